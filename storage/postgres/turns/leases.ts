/**
 * Who is at a conversation: a row that holds for some seconds, and is renewed as long as the turn lasts.
 * No connection belongs to a turn, so that few serve many, also through a pooler.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { StorageLog } from '../../contract/engine.ts';
import type { Database } from '../database.ts';
import { type Answer, lasting, type Wanted } from './ask.ts';
import { HeldLeases, type Lease } from './heldLeases.ts';
import type { Trips } from './trips.ts';

/** Milliseconds. */
const renewedEvery = 1_000;
/** Milliseconds to wait for others: longer than channels wait for an answer. */
const patience = 30_000;
const shortestPause = 4;
const longestPause = 50;
/** Milliseconds; what was left for the next turn is dropped when no card can be pressed any more. */
const sweptEvery = 6 * 60 * 60 * 1_000;

export class Leases {
  readonly #database: Database;
  readonly #trips: Trips;
  readonly #log: StorageLog;
  readonly #held: HeldLeases;
  readonly #sweeping: NodeJS.Timeout;

  constructor(database: Database, trips: Trips, log: StorageLog) {
    this.#database = database;
    this.#trips = trips;
    this.#log = log;
    this.#held = new HeldLeases(database, log, { lasting, renewedEvery });
    this.#sweeping = setInterval(() => this.#sweep(), sweptEvery).unref();
  }

  /**
   * Waits for those who are at it.
   * @returns what was found, and what the turn before left
   * @throws storage.unavailable when they are so for long
   */
  async take(key: Buffer, wanted?: Wanted): Promise<{ lease: Lease; answer: Answer }> {
    const lease = { key, holder: randomUUID() };
    const from = performance.now();
    for (let pause = shortestPause; ; pause = Math.min(pause * 1.5, longestPause)) {
      const answer = await this.#trips.ask({ kind: 'take', lease, wanted });
      if (answer.held) {
        this.#held.add(lease);
        return { lease, answer };
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
    this.#held.remove(lease);
    const text = notes?.length === 0 ? '' : notes && JSON.stringify(notes);
    return (await this.#trips.ask({ kind: 'end', lease, notes: text })).held;
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
