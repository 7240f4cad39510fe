/**
 * The work on rows as jobs of pg-boss. A job holds nothing but the name of its row: losing all jobs loses
 * nothing, since rows that are due are asked for again.
 */
import { PgBoss } from 'pg-boss';
import type { StorageLog } from '../contract/engine.ts';
import type { WorkQueue } from '../contract/workQueue.ts';
import { withStorageErrors } from './database.ts';
import { JobWorkQueue } from './jobWorkQueue.ts';

/** Seconds between looks for processes that died at work. */
const watchEvery = 5;
/** Milliseconds for work that is under way when the process stops. */
const stopTimeout = 8_000;

interface JobsParts {
  url: string;
  /** Belongs to the jobs alone, and is made when somebody starts to work. */
  schema: string;
  /** Whether a connection can wait for messages; else new jobs are looked for every second. */
  listens: boolean;
  log: StorageLog;
}

export class Jobs {
  readonly #boss: PgBoss;
  #started: Promise<PgBoss> | undefined;

  constructor({ url, schema, listens, log }: JobsParts) {
    this.#boss = new PgBoss({
      connectionString: url,
      schema,
      application_name: 'upgradera jobs',
      max: 4,
      useListenNotify: listens,
      schedule: false,
      registerInstance: false,
      monitorIntervalSeconds: watchEvery,
      superviseIntervalSeconds: watchEvery,
    });
    this.#boss.on('error', (error) => log.warn({ err: error }, 'the job queue failed'));
    this.#boss.on('warning', ({ message, data }) => log.warn({ data }, message));
  }

  /** @param name of the rows that are worked on */
  workQueue(name: string): WorkQueue {
    return new JobWorkQueue(name, () => this.#start());
  }

  async close(): Promise<void> {
    await this.#started?.catch(() => undefined);
    if (this.#started) await this.#boss.stop({ graceful: true, timeout: stopTimeout });
  }

  #start(): Promise<PgBoss> {
    this.#started ??= withStorageErrors(() => this.#boss.start());
    return this.#started;
  }
}
