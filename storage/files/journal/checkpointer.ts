/** Has checkpoints made by a thread of their own, which is started when there is something to do. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { CompleteJournal } from './checkpoint.ts';
import type { CheckpointAnswer, CheckpointRequest } from './checkpointThread.ts';

/** Megabytes: it holds a journal at a time, outside of what these limit. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 4 };

export class Checkpointer {
  readonly #folder: string;
  #thread: Worker | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * One call after the other.
   * @param journals oldest first
   * @throws storage.unavailable
   */
  async checkpoint(journals: CompleteJournal[]): Promise<void> {
    this.#thread ??= this.#start();
    const { failure } = await this.#ask(this.#thread, { folder: this.#folder, journals });
    if (failure !== undefined) throw new UpgraderaError('storage.unavailable', failure);
  }

  async close(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = undefined;
  }

  #start(): Worker {
    const thread = new Worker(new URL('./checkpointThread.ts', import.meta.url), {
      resourceLimits,
    });
    // Whoever waits for it is told; nobody else needs to know.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      if (this.#thread === thread) this.#thread = undefined;
    });
    return thread;
  }

  async #ask(thread: Worker, request: CheckpointRequest): Promise<CheckpointAnswer> {
    const answered = new AbortController();
    const { signal } = answered;
    thread.ref();
    thread.postMessage(request);
    try {
      const [answer] = await Promise.race([
        once(thread, 'message', { signal }),
        once(thread, 'exit', { signal }).then(([code]) => [{ failure: `thread ended: ${code}` }]),
      ]);
      return answer;
    } catch (error) {
      return { failure: String(error) };
    } finally {
      answered.abort();
      // A thread that waits keeps no process alive.
      thread.unref();
    }
  }
}
