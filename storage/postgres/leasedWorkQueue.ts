import type { Task, WorkQueue } from '../contract/workQueue.ts';
import type { Lease } from './turns/heldLeases.ts';

/** Rows that this process works on at the same time, of each kind; others are left to other processes. */
const hands = 32;

interface LeasedWorkQueueParts {
  /** @returns undefined when somebody else works on that row, or it needs no work any more */
  take: (id: string, task: Task) => Promise<Lease | undefined>;
  /** Never rejects. */
  giveBack: (lease: Lease) => Promise<void>;
}

export class LeasedWorkQueue implements WorkQueue {
  readonly atOnce = 100;
  readonly pace = 500;
  readonly #parts: LeasedWorkQueueParts;
  #work: (id: string, task: Task) => Promise<void> = async () => {};
  #free = hands;
  #stopped = false;
  /** Who waits for a free hand. */
  readonly #waiting: (() => void)[] = [];
  /** What this process works on. */
  readonly #working = new Map<string, Promise<void>>();

  constructor(parts: LeasedWorkQueueParts) {
    this.#parts = parts;
  }

  async start(work: (id: string, task: Task) => Promise<void>): Promise<void> {
    this.#work = work;
  }

  /** Resolves when the row is in work, here or elsewhere. */
  async run(id: string, task: Task): Promise<void> {
    if (this.#working.has(id)) return;
    await this.#takeHand();
    let lease: Lease | undefined;
    try {
      lease = this.#stopped ? undefined : await this.#parts.take(id, task);
    } finally {
      if (!lease) this.#freeHand();
    }
    if (lease) this.#working.set(id, this.#workOn(id, task, lease));
  }

  /** What waits for a hand is left as it is. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#working.values());
  }

  async #workOn(id: string, task: Task, lease: Lease): Promise<void> {
    try {
      await this.#work(id, task);
      // Notices that the look brought need not be asked for.
      if (task === 'look') await this.#work(id, 'deliver');
    } finally {
      await this.#parts.giveBack(lease);
      this.#working.delete(id);
      this.#freeHand();
    }
  }

  async #takeHand(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    await promise;
  }

  /** To who has waited longest. */
  #freeHand(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
