/**
 * `npm run soak`: 32 admins at a time upgrade for a while, beside 100,000 upgrades that were made
 * before. Fails when the bot's memory grows on and on, or is more than a small machine has.
 *
 * `-- --minutes 10`, `-- --stored 100000`
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startChild } from './child.ts';
import { fillStore } from './fillStore.ts';
import { residentMegabytes } from './memory.ts';
import { play } from './play.ts';
import { median } from './statistics.ts';

const connections = 32;
const mostMegabytes = 350;
/** Between the medians of the second and of the last fifth: what is more is no noise. */
const mostGrowth = 1.1;
const samplesKept = 200;
const scratch = join(import.meta.dirname, '..', '..', '.bench');

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    stored: { type: 'string', default: '100000' },
  },
});
const seconds = Number(values.minutes) * 60;

await mkdir(scratch, { recursive: true });
const dataDir = await mkdtemp(join(scratch, 'data-'));
await fillStore([dataDir], Number(values.stored));
const connector = await startChild('connector.ts');
const server = await startChild('upgraderaBot.ts', [dataDir]);

const samples: number[] = [residentMegabytes(server.pid)];
console.log(`${values.stored} stored; started with ${Math.round(samples[0]!)} MB`);
let playing = true;
const sampling = (async () => {
  for (let n = 1; playing; n += 1) {
    await delay((seconds * 1_000) / samplesKept);
    samples.push(residentMegabytes(server.pid));
    if (n % 10 === 0) console.log(`${n / 2} %: ${Math.round(samples.at(-1)!)} MB`);
  }
})();
const { latencies, upgrades } = await play(server.url, connector.url, connections, seconds);
playing = false;
await sampling;
await server.stop();
await connector.stop();
await rm(dataDir, { recursive: true, force: true });

const fifth = Math.floor(samples.length / 5);
const second = median(samples.slice(fifth, 2 * fifth));
const last = median(samples.slice(-fifth));
const most = Math.max(...samples);
console.log(`${latencies.length} turns, ${upgrades} upgrades in ${seconds} s`);
console.log(
  `RSS: ${Math.round(second)} MB in the second fifth, ${Math.round(last)} MB in the last, ${Math.round(most)} MB at most`,
);
if (last > second * mostGrowth || most > mostMegabytes) {
  console.error(`more than ${mostMegabytes} MB, or grown by more than ${mostGrowth}`);
  process.exitCode = 1;
}
