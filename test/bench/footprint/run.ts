/**
 * `npm run footprint`: how soon the bot is ready, what it holds in memory while nobody writes, and what it takes on
 * an operator's disk. Fails above the limits.
 *
 * `-- --times 2` with limits so many times as large: other machines are slower, and busy.
 * `-- --stored 100000` conversations for the last of the figures; it takes minutes to write them.
 */
import { parseArgs } from 'node:util';
import { fillStore } from '../measure/fillStore.ts';
import { newFolder, removeFolders } from '../measure/scratch.ts';
import { productionPackages } from './installed.ts';
import { bareMilliseconds, idleMegabytes, readyMilliseconds } from './started.ts';

const starts = 7;
const heaviest = 10;

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '1' },
    stored: { type: 'string', default: '100000' },
  },
});
const rows: { what: string; is: string; limit: string }[] = [];

function hold(what: string, is: number, limit: number, unit: string): void {
  const most = limit * Number(values.times);
  rows.push({ what, is: `${Math.round(is)} ${unit}`, limit: `${most} ${unit}` });
  if (is <= most) return;
  console.error(`${what}: ${Math.round(is)} ${unit} are more than ${most}`);
  process.exitCode = 1;
}

const bareTaken: number[] = [];
const readyTaken: number[] = [];

const empty = await newFolder();
hold('ready, the first time', await readyMilliseconds(empty), 4_000, 'ms');
for (let run = 0; run < starts; run += 1) {
  bareTaken.push(await bareMilliseconds());
  readyTaken.push(await readyMilliseconds(empty));
}
// The least disturbed ones.
const bare = Math.min(...bareTaken);
const ready = Math.min(...readyTaken);
rows.push({ what: '`node -e 0`', is: `${Math.round(bare)} ms`, limit: '' });
hold('ready', ready, 1_200, 'ms');
rows.push({ what: 'ready beside `node -e 0`', is: `${(ready / bare).toFixed(1)} ×`, limit: '' });

const idle = await idleMegabytes(empty);
hold('idle', idle, 135, 'MB');

const packages = productionPackages();
const megabytes = (bytes: number): number => bytes / 1024 ** 2;
const installed = packages.reduce((sum, { bytes }) => sum + bytes, 0);
hold('installed without Node', megabytes(installed), 150, 'MB');

const full = await newFolder();
await fillStore([full], Number(values.stored));
// The first start makes what later ones read.
await readyMilliseconds(full);
const more = (await idleMegabytes(full)) - idle;
hold(`more beside ${values.stored} conversations`, more, 20, 'MB');

console.table(rows);
console.table(
  packages
    .slice(0, heaviest)
    .map(({ name, bytes }) => ({ package: name, MB: megabytes(bytes).toFixed(1) })),
);
await removeFolders();
