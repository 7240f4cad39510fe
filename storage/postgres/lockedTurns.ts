/** Turns over many processes: first in line here, then an advisory lock. */
import type pg from 'pg';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { StorageLog } from '../contract/engine.ts';
import { KeyedQueue } from '../contract/keyedQueue.ts';
import type { Turns } from '../contract/turns.ts';
import { openPool, withStorageErrors } from './database.ts';
import { toText } from './text.ts';

/** Turns at once in this process; each holds a connection. */
const connections = 20;
/** Milliseconds for a connection and then for the lock: longer than channels wait for an answer. */
const patience = 30_000;

/** When a machine vanishes, its locks are free after this. */
const keepAlive = `set tcp_keepalives_idle = 10; set tcp_keepalives_interval = 5;
  set tcp_keepalives_count = 3`;

export class LockedTurns implements Turns {
  readonly shared = true;
  readonly #queue = new KeyedQueue();
  /** Of its own: a turn that holds a lock never waits for a connection that others in turn hold. */
  readonly #pool: pg.Pool;
  #closing: Promise<void> | undefined;

  constructor(url: string, log: StorageLog) {
    const limits = { connectionTimeoutMillis: patience, statement_timeout: patience };
    // Where the server refuses to keep alive so, its own limits hold.
    const onConnect = (client: pg.ClientBase) => client.query(keepAlive).catch(() => undefined);
    this.#pool = openPool(url, { max: connections, ...limits, onConnect }, log);
  }

  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    return this.#queue.run(key, () => this.#runLocked(toText(key), task));
  }

  /** Waits for the turns that are under way. */
  close(): Promise<void> {
    this.#closing ??= this.#pool.end();
    return this.#closing;
  }

  async #runLocked<T>(key: string, task: () => Promise<T>): Promise<T> {
    const lock = await withStorageErrors(async () =>
      AdvisoryLock.take(await this.#pool.connect(), key),
    );
    let kept = false;
    let result: T;
    try {
      result = await task();
    } finally {
      kept = await lock.release();
    }
    if (!kept) throw new UpgraderaError('storage.unavailable', 'lost the lock of a turn');
    return result;
  }
}

/** A lock that lasts as long as its connection. */
class AdvisoryLock {
  readonly #client: pg.PoolClient;
  readonly #key: string;
  #lost = false;
  readonly #onError = (): void => {
    this.#lost = true;
  };

  private constructor(client: pg.PoolClient, key: string) {
    this.#client = client;
    this.#key = key;
    client.on('error', this.#onError);
  }

  static async take(client: pg.PoolClient, key: string): Promise<AdvisoryLock> {
    const lock = new AdvisoryLock(client, key);
    try {
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [key]);
      return lock;
    } catch (error) {
      lock.#giveBack(true);
      throw error;
    }
  }

  /** @returns whether it was held until now */
  async release(): Promise<boolean> {
    try {
      await this.#client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [this.#key]);
    } catch {
      this.#lost = true;
    }
    this.#giveBack(this.#lost);
    return !this.#lost;
  }

  #giveBack(broken: boolean): void {
    this.#client.off('error', this.#onError);
    this.#client.release(broken);
  }
}
