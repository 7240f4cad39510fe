import type { StorageLog } from '../contract/engine.ts';
import type { OpenEngine } from '../contract/openEngine.ts';
import { Jobs } from './jobs.ts';
import { PostgresEngine } from './postgresEngine.ts';

/** A database that any number of processes share. @throws storage.unavailable */
export async function openPostgres(databaseUrl: string, log: StorageLog): Promise<OpenEngine> {
  const engine = await PostgresEngine.open(databaseUrl, log);
  const turns = engine.turns();
  const schema = `${await engine.schema()}_jobs`;
  const jobs = new Jobs({ url: databaseUrl, schema, listens: !engine.pooled, log });
  const close = async (): Promise<void> => {
    await jobs.close();
    await turns.close();
    await engine.close();
  };
  return { engine, turns, workQueue: (name) => jobs.workQueue(name), close };
}
