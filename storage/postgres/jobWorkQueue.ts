import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Task, WorkQueue } from '../contract/workQueue.ts';
import { withStorageErrors } from './database.ts';
import { fromText, keyOf, toText } from './text.ts';

const jobSchema = z.object({ row: z.string(), task: z.enum(['look', 'deliver']) });

/** One job a row, queued or in work, in all processes together. */
const queue = {
  policy: 'exclusive',
  notify: true,
  // No retries: the row of failed work is still due, and is asked for again.
  retryLimit: 0,
  // After this time and the next look of jobs.ts, a process is taken for dead.
  heartbeatSeconds: 10,
  expireInSeconds: 300,
  retentionSeconds: 3_600,
  deleteAfterSeconds: 3_600,
} as const;

const hands = {
  batchSize: 8,
  // Processes tell each other of new jobs; polling is for messages that were lost.
  notifyPollingIntervalSeconds: 1,
  pollingIntervalSeconds: 1,
  burstWhenBatchFull: true,
} as const;

export class JobWorkQueue implements WorkQueue {
  readonly atOnce = 100;
  readonly pace = 500;
  readonly #name: string;
  readonly #started: () => Promise<PgBoss>;

  constructor(name: string, started: () => Promise<PgBoss>) {
    this.#name = name;
    this.#started = started;
  }

  async start(work: (id: string, task: Task) => Promise<void>): Promise<void> {
    const boss = await this.#started();
    const take = async (data: unknown): Promise<void> => {
      const { row, task } = jobSchema.parse(data);
      const id = fromText(row);
      await work(id, task);
      // Notices that the look brought need no job of their own.
      if (task === 'look') await work(id, 'deliver');
    };
    await withStorageErrors(async () => {
      await boss.createQueue(this.#name, queue);
      await boss.work(this.#name, hands, async (jobs) => {
        await Promise.all(jobs.map(({ data }) => take(data)));
      });
    });
  }

  async run(id: string, task: Task): Promise<void> {
    const boss = await this.#started();
    const job = { row: toText(id), task };
    // Null when the row has a job already. If that does not suffice, the row is asked for again.
    await withStorageErrors(() =>
      boss.send(this.#name, job, { singletonKey: keyOf(id).toString('base64url') }),
    );
  }

  async stop(): Promise<void> {
    const boss = await this.#started();
    await withStorageErrors(() => boss.offWork(this.#name, { wait: true }));
  }
}
