/** Has checkpoints made by a thread of their own, which is started when there is something to do. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { CompleteJournal } from './checkpoint.ts';
import type { CheckpointAnswer, CheckpointRequest } from './checkpointThread.ts';

/** Megabytes of objects. The journal that it holds is a buffer, which these do not limit. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 4 };

export class Checkpointer {
  readonly #folder: string;
  #thread: Worker | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * To be called again only after it resolved.
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
    // Whoever waits for a checkpoint learns of it; an error that nobody waits for must not end the process.
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
      // While it waits for work the thread must not keep the process alive.
      thread.unref();
    }
  }
}
