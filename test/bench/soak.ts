/**
 * `npm run soak`: 32 admins at a time upgrade for a while, beside 100,000 stored conversations. Fails
 * when the bot begins with more than 350 MB, or its memory grows on and on.
 *
 * `-- --minutes 10`, `-- --stored 100000`
 * `-- --small` as on a small machine: fails when it ever is more than 350 MB.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Child, startChild } from './child.ts';
import { fillStore } from './measure/fillStore.ts';
import { residentMegabytes } from './measure/memory.ts';
import { newFolder, removeFolders } from './measure/scratch.ts';
import { median } from './measure/statistics.ts';
import { play } from './play.ts';

const mostMegabytes = 350;
/** Between the medians of the second and of the last fifth: what is more is no noise. */
const mostGrowth = 1.1;
/** As docs/operations.md says: V8 collects garbage before it takes more memory. */
const smallMachine = ['--heap-growing-percent=25', '--max-semi-space-size=4'];
const connections = 32;
const samplesKept = 200;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    stored: { type: 'string', default: '100000' },
    small: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.minutes) * 60;

/** @returns megabytes at the start, and at equal distances from there on. */
async function soak(bot: Child, connector: Child): Promise<number[]> {
  const samples = [residentMegabytes(bot.pid)];
  let playing = true;
  const sampling = (async () => {
    while (playing) {
      await delay((seconds * 1_000) / samplesKept);
      samples.push(residentMegabytes(bot.pid));
      if (samples.length % 20 === 1) console.log(`  ${Math.round(samples.at(-1) ?? 0)} MB`);
    }
  })();
  const played = await play(bot.url, connector.url, connections, seconds);
  playing = false;
  await sampling;
  console.log(`${played.latencies.length} turns, ${played.upgrades} upgrades in ${seconds} s`);
  return samples;
}

function judge(samples: readonly number[]): void {
  const fifth = Math.floor(samples.length / 5);
  const second = median(samples.slice(fifth, 2 * fifth));
  const last = median(samples.slice(-fifth));
  const most = Math.max(...samples);
  const [start = 0, ...later] = [samples[0] ?? 0, second, last, most].map(Math.round);
  console.log(
    `RSS: ${start} MB at the start; in the second fifth, in the last, at most: ${later.join(', ')} MB`,
  );
  if ((values.small ? most : start) > mostMegabytes || last > second * mostGrowth) {
    console.error(`more than ${mostMegabytes} MB, or grown by more than ${mostGrowth}`);
    process.exitCode = 1;
  }
}

const dataDir = await newFolder();
await fillStore([dataDir], Number(values.stored));
const connector = await startChild('connector.ts');
const flags = values.small ? smallMachine : [];
const bot = await startChild('upgraderaBot.ts', [dataDir], flags);
console.log(`${values.stored} stored, ${flags.join(' ') || 'as npm start runs it'}`);
judge(await soak(bot, connector));
await bot.stop();
await connector.stop();
await removeFolders();
