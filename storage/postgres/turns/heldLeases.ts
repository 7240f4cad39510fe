import type { StorageLog } from '../../contract/engine.ts';
import type { Database } from '../database.ts';

/** That this process alone is at something: a row of `turns`. */
export interface Lease {
  key: Buffer;
  holder: string;
}

/** Milliseconds. */
interface Lengths {
  /** After this a process that says nothing more is taken for dead. */
  lasting: number;
  renewedEvery: number;
}

/** The leases of this process, renewed until they are removed. */
export class HeldLeases {
  readonly #database: Database;
  readonly #log: StorageLog;
  readonly #lengths: Lengths;
  /** With the time since when. */
  readonly #held = new Map<Lease, number>();
  readonly #renewing: NodeJS.Timeout;

  constructor(database: Database, log: StorageLog, lengths: Lengths) {
    this.#database = database;
    this.#log = log;
    this.#lengths = lengths;
    this.#renewing = setInterval(() => void this.#renew(), lengths.renewedEvery).unref();
  }

  add(lease: Lease): void {
    this.#held.set(lease, performance.now());
  }

  remove(lease: Lease): void {
    this.#held.delete(lease);
  }

  stop(): void {
    clearInterval(this.#renewing);
  }

  async #renew(): Promise<void> {
    const { lasting, renewedEvery } = this.#lengths;
    const before = performance.now() - renewedEvery / 2;
    const long = [...this.#held].flatMap(([lease, since]) => (since < before ? lease : []));
    if (long.length === 0) return;
    try {
      await this.#database.query(
        `update turns set until = clock_timestamp() + $3 * interval '1 millisecond'
          where key = any ($1) and holder = any ($2)`,
        [long.map(({ key }) => key), long.map(({ holder }) => holder), lasting],
      );
    } catch (error) {
      this.#log.warn({ err: error }, 'turns not kept');
    }
  }
}
