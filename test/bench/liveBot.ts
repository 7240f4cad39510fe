/**
 * Child process: our bot on real tenants, on the data folder and with the settings that are given, as JSON; its time
 * passes as many times faster as is given, where it is.
 */

import { createApp } from '../../bot/compose/app.ts';
import type { Environment } from '../../bot/environment.ts';
import { createLog } from '../../bot/log.ts';
import { exchangeHere } from '../../bot/sdk/exchange/exchangeHere.ts';
import { tellUrl } from './child.ts';

const [dataDir = '', settings = '', speed = '1'] = process.argv.slice(2);
const began = Date.now();
const now = (): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(began + (Date.now() - began) * Number(speed));
const environment: Environment = {
  port: 0,
  host: '127.0.0.1',
  dataDir,
  logLevel: 'warn',
  testers: 'everybody',
  agents: [{ userId: 'agent', tenants: 'all' }],
  ...(JSON.parse(settings) as Pick<Environment, 'live' | 'partner'>),
};
const app = createApp(environment, createLog(environment.logLevel), {
  exchange: exchangeHere(),
  now,
});
tellUrl(await app.start(), () => app.stop());
