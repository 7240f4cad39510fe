import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { StorageLog } from '../../../storage/contract/engine.ts';
import { openStorage, type Storage } from '../../../storage/open.ts';
import { PostgresEngine } from '../../../storage/postgres/postgresEngine.ts';
import { keepSchema, postgresUrl } from '../servers/postgresServer.ts';
import type { Place, Warning } from './place.ts';

/** A schema in the tests' database, with everything that was logged about it. */
export class PostgresPlace implements Place {
  /** Address by which one sees this schema alone. */
  readonly url: string;
  readonly schema: string;
  readonly warnings: Warning[] = [];
  readonly log: StorageLog = {
    warn: (details, message) => void this.warnings.push({ details, message }),
  };
  readonly #client: pg.Client;
  readonly #opened: { close(): Promise<void> }[] = [];

  private constructor(url: string, schema: string, client: pg.Client) {
    this.url = url;
    this.schema = schema;
    this.#client = client;
  }

  static async make(): Promise<PostgresPlace> {
    const schema = `test_${randomUUID().replaceAll('-', '')}`;
    const url = `${await postgresUrl()}?options=-c%20search_path%3D${schema}`;
    const client = new pg.Client(url);
    // The server may be stopped while a failed test still has it open.
    client.on('error', () => {});
    await client.connect();
    await client.query(`create schema ${schema}`);
    return new PostgresPlace(url, schema, client);
  }

  async openEngine(): Promise<PostgresEngine> {
    const engine = await PostgresEngine.open(this.url, this.log);
    this.#opened.push(engine);
    return engine;
  }

  async openStorage(): Promise<Storage> {
    const storage = await openStorage({ dataDir: '', databaseUrl: this.url, log: this.log });
    this.#opened.push(storage);
    return storage;
  }

  /** Asks the database itself. */
  async query(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await this.#client.query(text, values)).rows;
  }

  async drop(failed: boolean): Promise<void> {
    for (const opened of this.#opened) await opened.close();
    if (failed) await keepSchema(this.schema);
    else await this.query(`drop schema if exists ${this.schema} cascade`);
    await this.#client.end();
  }
}
