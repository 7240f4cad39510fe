/** `npm start`: one process, until it is told to stop. */
import { UpgraderaError } from '../commerce/errors.ts';
import { localiser } from '../locales/localiser.ts';
import { EnvironmentError, readEnvironment } from './environment.ts';
import { type App, createApp } from './index.ts';
import { createLog } from './log.ts';

const { t } = localiser('en-US');

function explain(error: unknown): string {
  if (error instanceof EnvironmentError) return error.lines.join('\n');
  if (!(error instanceof UpgraderaError)) return String(error);
  return error.detail ? `${t(error.localeKey)} (${error.detail})` : t(error.localeKey);
}

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
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

await main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
