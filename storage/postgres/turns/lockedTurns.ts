/** Turns over many processes: first in line here, then a lease in the database. */
import { isConflict, UpgraderaError } from '../../../commerce/base/errors.ts';
import type { StorageLog } from '../../contract/engine.ts';
import { KeyedQueue } from '../../contract/keyedQueue.ts';
import { OpenCalls } from '../../contract/openCalls.ts';
import type { TurnName, TurnNotes, Turns } from '../../contract/turns.ts';
import type { Database } from '../database.ts';
import type { SeenDocuments } from '../seenDocuments.ts';
import { keyOf } from '../text.ts';
import { notesIn, questionOf } from './beforehand.ts';
import type { Lease } from './heldLeases.ts';
import { Leases } from './leases.ts';
import type { Trips } from './trips.ts';
import { openScope, type Scopes, TurnScope } from './turnScope.ts';
import { writeTurn } from './writeTurn.ts';

interface LockedTurnsParts {
  database: Database;
  trips: Trips;
  seen: SeenDocuments;
  scopes: Scopes;
  log: StorageLog;
}

export class LockedTurns implements Turns {
  readonly #parts: LockedTurnsParts;
  readonly #leases: Leases;
  readonly #queue = new KeyedQueue();
  readonly #calls = new OpenCalls();

  constructor(parts: LockedTurnsParts) {
    this.#parts = parts;
    this.#leases = new Leases(parts.database, parts.trips, parts.log);
  }

  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    return this.#inLine(key, () => this.#runLocked(key, task));
  }

  /** What is told does not wait for the lease to be given back: who comes next does. */
  decide<D, T>(
    turn: TurnName,
    decide: (notes: TurnNotes) => Promise<D>,
    tell: (decided: D, notes: TurnNotes) => Promise<T>,
  ): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#inLine(turn.key, async () => {
      const { wanted, understand } = questionOf(turn, this.#parts.seen);
      const { lease, answer } = await this.#leases.take(keyOf(turn.key), wanted);
      const notes = new LeftNotes(notesIn(answer.notes));
      try {
        const scope = new TurnScope(understand(answer.found));
        const decided = await this.#decideOnce(lease, scope, notes, () => decide(notes));
        resolve(await tell(decided, notes));
      } catch (error) {
        reject(error);
      } finally {
        await this.#end(lease, notes);
      }
    }).catch(reject);
    return promise;
  }

  afterwards(task: () => void): void {
    const scope = openScope(this.#parts.scopes);
    if (scope) scope.afterwards(task);
    else task();
  }

  /** Waits for the turns that are under way. */
  async close(): Promise<void> {
    await this.#calls.end();
    this.#leases.stop();
  }

  #inLine<T>(key: string, task: () => Promise<T>): Promise<T> {
    return this.#calls.run(() => this.#queue.run(key, task));
  }

  async #runLocked<T>(key: string, task: () => Promise<T>): Promise<T> {
    const { lease } = await this.#leases.take(keyOf(key));
    let kept = false;
    let result: T;
    try {
      result = await task();
    } finally {
      kept = await this.#leases.giveBack(lease).catch(() => false);
    }
    if (!kept) throw new UpgraderaError('storage.unavailable', 'lost the lock of a turn');
    return result;
  }

  /**
   * What is asked is answered from what was read beforehand, and what is written waits for the end.
   * Where that meets what somebody else has written, it is decided again, with each thing asked and
   * written by itself.
   */
  async #decideOnce<D>(
    lease: Lease,
    scope: TurnScope,
    notes: LeftNotes,
    decide: () => Promise<D>,
  ): Promise<D> {
    const { scopes, seen, trips } = this.#parts;
    try {
      const decided = await scopes.run(scope, decide);
      const { afterwards, ...outcome } = scope.close();
      await writeTurn(trips, seen, lease, outcome);
      for (const task of afterwards) task();
      return decided;
    } catch (error) {
      scope.close();
      notes.keepAsFound();
      if (!isConflict(error)) throw error;
    }
    try {
      return await decide();
    } catch (error) {
      notes.keepAsFound();
      throw error;
    }
  }

  /** What was told is told: a lease that can't be given back ends by itself. */
  async #end(lease: Lease, notes: LeftNotes): Promise<void> {
    try {
      await this.#leases.giveBack(lease, notes.written);
    } catch (error) {
      this.#parts.log.warn({ err: error }, 'not noted what a turn left');
    }
  }
}

class LeftNotes implements TurnNotes {
  readonly #found: readonly unknown[];
  /** Undefined when they are to stay as they were found. */
  written: readonly unknown[] | undefined;

  constructor(found: readonly unknown[]) {
    this.#found = found;
    if (found.length === 0) this.written = [];
  }

  read(): readonly unknown[] {
    return this.written ?? this.#found;
  }

  write(notes: readonly unknown[]): void {
    this.written = notes;
  }

  keepAsFound(): void {
    this.written = this.#found.length === 0 ? [] : undefined;
  }
}
