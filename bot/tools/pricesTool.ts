/** `npm run prices -- import FILE`: takes the price sheet in that a partner exported from Partner Center. */
import { readFile } from 'node:fs/promises';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { localiser } from '../../locales/localiser.ts';
import { openStorage } from '../../storage/open.ts';
import { loadPriceImport } from '../compose/backend.ts';
import { explain, quit, readEnvironmentOrQuit } from './startError.ts';

const { t } = localiser('en-US');

const [name, file, ...more] = process.argv.slice(2);
if (name !== 'import' || file === undefined || more.length > 0) quit(t('pricesTool.usage'));

const environment = readEnvironmentOrQuit();
const text = await readFile(file, 'utf8').catch(() => quit(t('pricesTool.file', { detail: file })));
const importPrices = await loadPriceImport();
const log = { warn: (_: object, message: string) => void process.stderr.write(`${message}\n`) };
try {
  const storage = await openStorage({ ...environment, log });
  try {
    const { markets, passedOver } = await importPrices(storage.priceSheets, text);
    const lines = markets.map(({ market, prices }) => t('pricesTool.market', { market, prices }));
    lines.push(t('pricesTool.passedOver', { lines: passedOver }));
    process.stdout.write(`${lines.join('\n')}\n`);
    if (markets.length === 0) process.exitCode = 1;
  } finally {
    await storage.close();
  }
} catch (error) {
  const isOfFile = error instanceof UpgraderaError && error.code === 'upstream.malformed';
  quit(isOfFile ? t('pricesTool.file', { detail: error.detail }) : explain(error, environment));
}
