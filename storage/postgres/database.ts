/** Connections to PostgreSQL, and its errors as ours. */
import pg from 'pg';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { StorageLog } from '../contract/engine.ts';
import { OpenCalls } from '../contract/openCalls.ts';

/** Milliseconds. */
const connectionTimeout = 5_000;
const statementTimeout = 10_000;
/** Milliseconds, longer than the server itself allows: for a server that does not answer at all. */
const silence = 5_000;

/** Texts are few and always the same: each connection parses and plans each once. */
export type Statement = <R extends pg.QueryResultRow>(
  text: string,
  values?: readonly unknown[],
) => Promise<R[]>;

export class Database {
  /** Each transaction may meet another connection: nothing of a session holds. */
  readonly pooled: boolean;
  readonly #pool: pg.Pool;
  readonly #calls = new OpenCalls();
  #closing: Promise<void> | undefined;

  /** @throws storage.unavailable */
  static async open(url: string, log: StorageLog): Promise<Database> {
    return new Database(url, log, await withStorageErrors(() => isPooled(url)));
  }

  private constructor(url: string, log: StorageLog, pooled: boolean) {
    this.pooled = pooled;
    this.#pool = openPool(url, log, pooled);
  }

  /** @throws storage.unavailable, storage.conflict when a value is taken that must be unique */
  readonly query: Statement = (text, values = []) =>
    this.#run(async () => {
      const statement = this.pooled ? { text, values: [...values] } : prepared(text, values);
      return (await this.#pool.query(statement)).rows;
    });

  /** All of it or nothing. @throws storage.unavailable */
  transaction<T>(task: (query: Statement) => Promise<T>): Promise<T> {
    return this.#run(async () => {
      const client = await this.#pool.connect();
      let fault: unknown;
      try {
        await client.query('begin');
        const result = await task(async (text, values = []) => {
          return (await client.query(text, [...values])).rows;
        });
        await client.query('commit');
        return result;
      } catch (error) {
        fault = error;
        throw error;
      } finally {
        // A connection that failed is closed, and what it had begun is undone.
        client.release(fault !== undefined);
      }
    });
  }

  /** Waits for calls that are under way; afterwards every call throws storage.unavailable. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#calls.end();
    await this.#pool.end();
  }

  #run<T>(task: () => Promise<T>): Promise<T> {
    return this.#calls.run(() => withStorageErrors(task));
  }
}

const names = new Map<string, string>();

function prepared(text: string, values: readonly unknown[]): pg.QueryConfig {
  const name = names.get(text) ?? `upgradera_${names.size}`;
  names.set(text, name);
  return { name, text, values: [...values] };
}

/** A connection that breaks while nobody uses it is logged and replaced. */
function openPool(url: string, log: StorageLog, pooled: boolean): pg.Pool {
  const pool = new pg.Pool({
    ...connection(url),
    max: 10,
    keepAlive: true,
    // A pooler refuses it, or would give it to others: there it is the role's own.
    ...(pooled ? {} : { statement_timeout: statementTimeout }),
  });
  pool.on('error', (error) => log.warn({ err: error }, 'lost a connection to PostgreSQL'));
  return pool;
}

/** A pooler hands out numbers of its own for connections, which are not those of the server. */
async function isPooled(url: string): Promise<boolean> {
  const client = new pg.Client(connection(url));
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query('select pg_backend_pid() as pid');
    return rows[0].pid !== Reflect.get(client, 'processID');
  } finally {
    await client.end();
  }
}

function connection(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: connectionTimeout,
    application_name: 'upgradera',
    query_timeout: statementTimeout + silence,
  };
}

/** Errors of PostgreSQL and of the network become ours, with the error as their cause. */
export async function withStorageErrors<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof UpgraderaError) throw error;
    const isConflict = conflicts.includes(codeOf(error) ?? '');
    const code = isConflict ? 'storage.conflict' : 'storage.unavailable';
    throw new UpgraderaError(code, detailOf(error), error);
  }
}

/** That a value is taken, that two waited for each other, and what our own functions raise. */
const conflicts = ['23505', '40P01', 'UG002'];

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Never the address, which may hold a password. */
function detailOf(error: unknown): string {
  if (error instanceof pg.DatabaseError) return `${error.code}: ${error.message}`;
  return codeOf(error) ?? String(error);
}
