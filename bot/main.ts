/** `npm start`: one process, until it is told to stop. */
import { UpgraderaError } from '../commerce/errors.ts';
import { localiser } from '../locales/localiser.ts';
import { type Environment, EnvironmentError, readEnvironment } from './environment.ts';
import { type App, createApp } from './index.ts';
import { createLog } from './log.ts';

const { t } = localiser('en-US');

function quit(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readEnvironmentOrQuit(): Environment {
  try {
    return readEnvironment(process.env);
  } catch (error) {
    if (error instanceof EnvironmentError) quit(error.lines.join('\n'));
    throw error;
  }
}

function explain(error: unknown, { databaseUrl, dataDir: folder }: Environment): string {
  if (!(error instanceof UpgraderaError)) return String(error);
  // In the chat one is asked to wait; at the start that would help nobody.
  const unusable = databaseUrl === undefined ? 'start.folder' : 'start.database';
  const key = error.code === 'storage.unavailable' ? unusable : error.localeKey;
  const sentence = t(key, { folder });
  return error.detail ? `${sentence} (${error.detail})` : sentence;
}

async function main(environment: Environment): Promise<void> {
  const log = createLog(environment.logLevel);
  const app = createApp(environment, log);
  const url = await app.start();
  process.stdout.write(`${t(environment.bot ? 'start.bot' : 'start.page', { url })}\n`);
  stopOnSignal(app);
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
