import type { StorageLog } from '../contract/engine.ts';
import type { OpenEngine } from '../contract/openEngine.ts';
import { PostgresEngine } from './postgresEngine.ts';

/** A database that any number of processes share. @throws storage.unavailable */
export async function openPostgres(databaseUrl: string, log: StorageLog): Promise<OpenEngine> {
  const engine = await PostgresEngine.open(databaseUrl, log);
  const turns = engine.turns();
  const work = engine.work();
  const close = async (): Promise<void> => {
    await turns.close();
    work.stop();
    await engine.close();
  };
  return { engine, turns, workQueue: (name) => work.queue(name), close };
}
