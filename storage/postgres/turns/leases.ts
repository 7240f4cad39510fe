/**
 * Who is at a conversation: a row that holds for some seconds, and is renewed as long as the turn lasts.
 * No connection belongs to a turn, so that few serve many, also through a pooler.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { StorageLog } from '../../contract/engine.ts';
import type { Database } from '../database.ts';
import { HeldLeases, type Lease } from './heldLeases.ts';

/** Milliseconds after which a process that says nothing more is taken for dead. */
const lasting = 3_000;
const renewedEvery = 1_000;
/** Milliseconds to wait for others: longer than channels wait for an answer. */
const patience = 30_000;
const shortestPause = 4;
const longestPause = 50;
/** Milliseconds; what was left for the next turn is dropped when no card can be pressed any more. */
const sweptEvery = 6 * 60 * 60 * 1_000;

export class Leases {
  readonly #database: Database;
  readonly #log: StorageLog;
  readonly #held: HeldLeases;
  readonly #sweeping: NodeJS.Timeout;

  constructor(database: Database, log: StorageLog) {
    this.#database = database;
    this.#log = log;
    this.#held = new HeldLeases(database, log, { lasting, renewedEvery });
    this.#sweeping = setInterval(() => this.#sweep(), sweptEvery).unref();
  }

  /**
   * Waits for those who are at it.
   * @param values what else `take_turn_1` is asked
   * @returns its rows as well
   * @throws storage.unavailable when they are so for long
   */
  async take(key: Buffer, values: readonly unknown[]): Promise<{ lease: Lease; rows: object[] }> {
    const lease = { key, holder: randomUUID() };
    const from = performance.now();
    for (let pause = shortestPause; ; pause = Math.min(pause * 1.5, longestPause)) {
      const rows = await this.#database.query(
        'select * from take_turn_1($1, $2, $3, $4, $5, $6, $7)',
        [...[key, lease.holder, lasting], ...values],
      );
      if (rows.length > 0) {
        this.#held.add(lease);
        return { lease, rows };
      }
      if (performance.now() - from > patience) {
        throw new UpgraderaError('storage.unavailable', 'another turn takes long');
      }
      await sleep(pause * (0.5 + Math.random()));
    }
  }

  /**
   * @param notes for the next turn; undefined leaves those that are there
   * @returns whether it was held until now. @throws storage.unavailable
   */
  async giveBack(lease: Lease, notes?: readonly unknown[]): Promise<boolean> {
    const { key, holder } = lease;
    this.#held.remove(lease);
    const kept = notes?.length === 0 ? [] : [notes && JSON.stringify(notes)];
    const text =
      kept.length === 0
        ? 'delete from turns where key = $1 and holder = $2 returning 1'
        : `update turns set holder = null, notes = coalesce($3, notes)
            where key = $1 and holder = $2 returning 1`;
    return (await this.#database.query(text, [key, holder, ...kept])).length > 0;
  }

  stop(): void {
    this.#held.stop();
    clearInterval(this.#sweeping);
  }

  #sweep(): void {
    this.#database
      .query(`delete from turns where until < clock_timestamp() - interval '30 days'`)
      .catch((error: unknown) => this.#log.warn({ err: error }, 'old turns not dropped'));
  }
}
