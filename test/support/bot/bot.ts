/** The whole bot in this process, on a free port, over a data folder of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type App, createApp } from '../../../bot/compose/app.ts';
import type { Environment } from '../../../bot/environment.ts';
import { createLog } from '../../../bot/log.ts';

export interface RunningBot {
  url: string;
  dataDir: string;
  /**
   * Stops the process's part and starts it again over the same folder.
   * @param meanwhile while nobody has the folder
   */
  restart(meanwhile?: () => Promise<void>): Promise<string>;
  /** Stops and removes the folder. */
  stop(): Promise<void>;
}

/**
 * @param given what differs from a bot that anybody on this machine may try out
 * @param now its real time, where that is not this machine's
 */
export async function startBot(
  given: Partial<Environment> = {},
  log = createLog('silent'),
  now?: () => Temporal.Instant,
): Promise<RunningBot> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'upgradera-'));
  const build = (): App => {
    const environment: Environment = {
      port: 0,
      host: '127.0.0.1',
      dataDir,
      logLevel: 'silent',
      testers: 'everybody',
      agents: [{ userId: 'agent', tenants: 'all' }],
      ...given,
    };
    return createApp(environment, log, now ? { now } : {});
  };
  let app = build();
  const bot: RunningBot = {
    url: await app.start(),
    dataDir,
    async restart(meanwhile) {
      await app.stop();
      await meanwhile?.();
      app = build();
      bot.url = await app.start();
      return bot.url;
    },
    async stop() {
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return bot;
}
