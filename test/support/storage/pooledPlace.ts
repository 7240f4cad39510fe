import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { StorageLog } from '../../../storage/contract/engine.ts';
import { openStorage, type Storage } from '../../../storage/open.ts';
import { PostgresEngine } from '../../../storage/postgres/postgresEngine.ts';
import { postgresUrl } from '../servers/postgresServer.ts';
import type { Place } from './place.ts';

export interface Pooler {
  url: string;
  stop(): Promise<void>;
}

/** A database of its own, made anew for each place, behind a pooler in transaction mode: that takes no search path. */
export class PooledDatabase {
  readonly pooler: Pooler;
  readonly #name: string;
  readonly #direct: string;

  private constructor(name: string, direct: string, pooler: Pooler) {
    this.#name = name;
    this.#direct = direct;
    this.pooler = pooler;
  }

  /** @param start gets the address of the database */
  static async make(start: (url: string) => Promise<Pooler>): Promise<PooledDatabase> {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    const direct = new URL(await postgresUrl());
    await ask(direct.href, `create database ${name}`);
    direct.pathname = `/${name}`;
    return new PooledDatabase(name, direct.href, await start(direct.href));
  }

  async place(): Promise<PooledPlace> {
    const schemas = 'drop schema if exists public cascade; create schema public';
    await ask(this.#direct, schemas);
    return new PooledPlace(this.pooler.url);
  }

  async drop(): Promise<void> {
    await this.pooler.stop();
    await ask(await postgresUrl(), `drop database ${this.#name} with (force)`);
  }
}

class PooledPlace implements Place {
  /** Address by which one comes through the pooler. */
  readonly url: string;
  readonly log: StorageLog = { warn: () => undefined };
  readonly #opened: { close(): Promise<void> }[] = [];

  constructor(url: string) {
    this.url = url;
  }

  async openEngine(): Promise<PostgresEngine> {
    const engine = await PostgresEngine.open(this.url, this.log);
    this.#opened.push(engine);
    // Whoever comes first would else wait longer for a connection than others need for all they do.
    await Promise.all([1, 2, 3].map(() => engine.read('quotes', '')));
    return engine;
  }

  async openStorage(): Promise<Storage> {
    const storage = await openStorage({ dataDir: '', databaseUrl: this.url, log: this.log });
    this.#opened.push(storage);
    return storage;
  }

  async drop(): Promise<void> {
    for (const opened of this.#opened) await opened.close();
  }
}

async function ask(url: string, text: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(text);
  await client.end();
}
