/** Child process: our bot as `npm start` starts it, on the data folder or database that is given. */

import { createApp } from '../../bot/compose/app.ts';
import { readEnvironment } from '../../bot/environment.ts';
import { createLog } from '../../bot/log.ts';
import { exchangeHere } from '../../bot/sdk/exchange/exchangeHere.ts';
import { tellUrl } from './child.ts';

const [dataDir, databaseUrl] = process.argv.slice(2);
const environment = readEnvironment({ PORT: '0', DATA_DIR: dataDir, DATABASE_URL: databaseUrl });
const app = createApp(environment, createLog(environment.logLevel), {
  exchange: exchangeHere(),
});
tellUrl(await app.start(), () => app.stop());
