/** Who works on which row, in all processes together: each row that is in work has a lease. */
import { randomUUID } from 'node:crypto';
import type { StorageLog } from '../contract/engine.ts';
import type { Task, WorkQueue } from '../contract/workQueue.ts';
import type { Database } from './database.ts';
import { LeasedWorkQueue } from './leasedWorkQueue.ts';
import { keyOf, toText } from './text.ts';
import { together } from './together.ts';
import { HeldLeases, type Lease } from './turns/heldLeases.ts';

/** Milliseconds. */
const lasting = 10_000;
const renewedEvery = 3_000;

export class LeasedWork {
  readonly #database: Database;
  readonly #log: StorageLog;
  readonly #held: HeldLeases;
  readonly #drop: (lease: Lease) => Promise<void>;

  constructor(database: Database, log: StorageLog) {
    this.#database = database;
    this.#log = log;
    this.#held = new HeldLeases(database, log, { lasting, renewedEvery });
    this.#drop = together((leases) => this.#dropAll(leases));
  }

  /** @param name of the collection */
  queue(name: string): WorkQueue {
    const ofTask = (task: Task) =>
      together<string, Lease | undefined>((ids) => this.#take(name, task, ids));
    const takes = { look: ofTask('look'), deliver: ofTask('deliver') };
    return new LeasedWorkQueue({
      take: (id, task) => takes[task](id),
      giveBack: (lease) => this.#giveBack(lease),
    });
  }

  stop(): void {
    this.#held.stop();
  }

  /** @returns undefined for each that somebody else is at, or that is done meanwhile */
  async #take(name: string, task: Task, ids: string[]): Promise<(Lease | undefined)[]> {
    const holder = randomUUID();
    const leases = ids.map((id) => ({ key: keyOf(`work ${name} ${id}`), holder }));
    const keys = leases.map(({ key }) => key);
    const names = ids.map(toText);
    const found = await this.#database.query<{ name: string }>(
      'select take_work_1($1, $2, $3, $4, $5, $6, $7) as name',
      [name, task === 'look', names, keys, holder, lasting, new Date()],
    );
    const taken = new Set(found.map((one) => one.name));
    return leases.map((lease, n) => {
      if (!taken.has(names[n] ?? '')) return undefined;
      this.#held.add(lease);
      return lease;
    });
  }

  /** One that can't be given back ends by itself. */
  async #giveBack(lease: Lease): Promise<void> {
    this.#held.remove(lease);
    try {
      await this.#drop(lease);
    } catch (error) {
      this.#log.warn({ err: error }, 'work not given back');
    }
  }

  async #dropAll(leases: Lease[]): Promise<undefined[]> {
    await this.#database.query(
      `delete from turns using unnest($1::bytea[], $2::uuid[]) as done (key, holder)
        where turns.key = done.key and turns.holder = done.holder`,
      [leases.map(({ key }) => key), leases.map(({ holder }) => holder)],
    );
    return leases.map(() => undefined);
  }
}
