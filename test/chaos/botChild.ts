/** Child process: the whole bot, loaded in advance, started when it is told where it lives. */
import { flushCompileCache } from 'node:module';
import { createApp } from '../../bot/compose/app.ts';
import type { Environment } from '../../bot/environment.ts';
import { createLog } from '../../bot/log.ts';
import { exchangeHere } from '../../bot/sdk/exchange/exchangeHere.ts';

process.once('message', async (environment: Environment) => {
  const app = createApp(environment, createLog(environment.logLevel), {
    exchange: exchangeHere(),
  });
  process.once('disconnect', async () => {
    await app.stop();
    process.exit();
  });
  process.send?.({ url: await app.start() });
});
// A killed process would leave none.
flushCompileCache();
