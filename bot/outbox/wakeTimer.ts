/**
 * Wakes the rows of one kind when they are due, and has what they owe delivered. Rows are the truth;
 * this only wakes.
 */
import { traced } from '../../commerce/base/traced.ts';
import type { WaitingRows } from '../../commerce/ports/repositories.ts';
import type { Task, WorkQueue } from '../../storage/contract/workQueue.ts';
import type { Log } from '../log.ts';
import type { LookOutcome, Metrics } from '../metrics.ts';
import { Rest } from '../wait.ts';

export interface WakeTimerParts {
  /** For the metrics. */
  kind: string;
  rows: WaitingRows;
  /** One look at a row. @returns the error that kept it from looking. */
  worker: { step(id: string): Promise<unknown> };
  /** Tells people what a row owes them. */
  sender: { deliver(id: string): Promise<void> };
  /** Who does the work. */
  workQueue: WorkQueue;
  /** Real time. */
  now: () => Temporal.Instant;
  metrics: Metrics;
  log: Log;
}

/** Milliseconds: what another process wrote, or what could not be sent, is found after this long. */
const longestRest = 5_000;
/** The same while something is being delivered, since more may wait behind it. */
const restWhileDelivering = 1_000;

/** An order has the same name here as in the turn that placed it. */
const aboutRow = (kind: string, id: string) => ({
  'upgradera.kind': kind,
  [kind === 'orders' ? 'upgradera.order' : 'upgradera.row']: id,
});

export class WakeTimer {
  readonly #parts: WakeTimerParts;
  #started: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #stopping = false;
  /** Rows whose notices are on their way. A slow channel holds up neither looks nor other notices. */
  readonly #delivering = new Map<string, Promise<void>>();
  readonly #rest = new Rest();

  constructor(parts: WakeTimerParts) {
    this.#parts = parts;
  }

  /** @throws storage.unavailable */
  start(): Promise<void> {
    this.#started ??= this.#begin();
    return this.#started;
  }

  /** Finishes the looks and deliveries that are under way. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#started?.catch(() => undefined);
    if (!this.#running) return;
    this.wake();
    await this.#running;
    await Promise.all(this.#delivering.values());
    await this.#parts.workQueue.stop();
  }

  /** Something may be due earlier than was known. */
  wake(): void {
    this.#rest.wake();
  }

  async #begin(): Promise<void> {
    if (this.#stopping) return;
    await this.#parts.workQueue.start((id, task) => this.#work(id, task));
    this.#running = this.#loop();
  }

  async #loop(): Promise<void> {
    while (!this.#stopping) {
      const next = await this.#round().catch((error: unknown) => {
        this.#parts.log.error({ err: error }, 'rows not looked at');
        return undefined;
      });
      await this.#rest.take(this.#until(next));
    }
  }

  /** @returns when the next row is due. */
  async #round(): Promise<string | undefined> {
    const { rows, workQueue, now } = this.#parts;
    const due = await rows.due(now().toString(), workQueue.atOnce);
    await Promise.all(due.map((id) => workQueue.run(id, 'look')));
    await this.#deliverAll();
    return rows.nextDue();
  }

  /** Each row once: what can't be delivered now waits for the next round. */
  async #deliverAll(): Promise<void> {
    const { rows, workQueue } = this.#parts;
    const tried = new Set(this.#delivering.keys());
    while (!this.#stopping) {
      const undelivered = await rows.undelivered(tried.size + workQueue.atOnce);
      const fresh = undelivered.filter((id) => !tried.has(id));
      if (fresh.length === 0) return;
      for (const id of fresh) {
        tried.add(id);
        this.#delivering.set(id, this.#haveDelivered(id));
      }
    }
  }

  async #haveDelivered(id: string): Promise<void> {
    try {
      await this.#parts.workQueue.run(id, 'deliver');
    } catch (error) {
      this.#parts.log.error({ err: error, row: id }, 'notices not delivered');
    } finally {
      this.#delivering.delete(id);
    }
  }

  #work(id: string, task: Task): Promise<void> {
    const about = () => aboutRow(this.#parts.kind, id);
    return traced(task, about, () => (task === 'look' ? this.#look(id) : this.#deliver(id)));
  }

  async #look(id: string): Promise<void> {
    const { worker, log } = this.#parts;
    try {
      const refused = await worker.step(id);
      this.#count(refused ? 'unanswered' : 'looked');
      if (refused) log.warn({ err: refused, row: id }, 'the service did not answer');
    } catch (error) {
      this.#count('failed');
      log.error({ err: error, row: id }, 'row not looked at');
    }
  }

  #count(outcome: LookOutcome): void {
    const { kind, metrics } = this.#parts;
    metrics.looks.inc({ kind, outcome });
  }

  async #deliver(id: string): Promise<void> {
    try {
      await this.#parts.sender.deliver(id);
    } catch (error) {
      this.#parts.log.error({ err: error, row: id }, 'notices not delivered');
    }
  }

  /** Milliseconds. */
  #until(next: string | undefined): number {
    const until = next
      ? this.#parts.now().until(Temporal.Instant.from(next)).total('milliseconds')
      : longestRest;
    const longest = this.#delivering.size > 0 ? restWhileDelivering : longestRest;
    return Math.min(Math.max(until, this.#parts.workQueue.pace), longest);
  }
}
