/**
 * A PostgreSQL server of the tests' own, from an npm package: started when a test first asks for
 * it, stopped when all tests are through.
 */
import { PostgresServer } from './postgresProcess.ts';

let server: Promise<PostgresServer> | undefined;

/** Times that a schema was kept for people to look at. */
let kept = 0;

/** Address of the server's one database. */
export async function postgresUrl(): Promise<string> {
  // No test cuts the power, so nothing has to reach the disk.
  server ??= PostgresServer.start('fsync=off');
  return (await server).url;
}

/** Says where a schema is that a failed test left; its server's folder is then kept, too. */
export async function keepSchema(schema: string): Promise<void> {
  kept += 1;
  const { folder } = (await server) ?? {};
  process.stderr.write(`kept schema ${schema} of the PostgreSQL database in ${folder}\n`);
}

after(async () => {
  const started = await server?.catch(() => undefined);
  await started?.stop(kept > 0);
});
