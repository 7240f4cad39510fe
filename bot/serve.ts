/** One process that serves, until it is told to stop. */
import { localiser } from '../locales/localiser.ts';
import { learnIntents } from '../understanding/intents/meant.ts';
import { type App, createApp } from './compose/app.ts';
import type { Environment } from './environment.ts';
import { createLog } from './log.ts';
import { exchangeHere } from './sdk/exchange/exchangeHere.ts';
import { collectOnceStarted } from './start/collectOnce.ts';
import { keptLearning } from './start/keptLearning.ts';
import { explain, quit, readEnvironmentOrQuit } from './tools/startError.ts';

const { t } = localiser('en-US');

async function main(environment: Environment): Promise<void> {
  const log = createLog(environment.logLevel);
  learnIntents(keptLearning(environment.dataDir));
  const app = createApp(environment, log, { exchange: exchangeHere() });
  stopOnSignal(app);
  const url = await app.start();
  collectOnceStarted();
  process.stdout.write(`${t(environment.bot ? 'start.bot' : 'start.page', { url })}\n`);
  process.on('unhandledRejection', (error) => {
    log.fatal({ err: error }, 'unhandled rejection');
    process.exit(1);
  });
}

function stopOnSignal(app: App): void {
  const stop = async (): Promise<void> => {
    await app.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
}

const environment = readEnvironmentOrQuit();
await main(environment).catch((error: unknown) => quit(explain(error, environment)));
