/**
 * `npm run bench:scale`: whole upgrades beside many that were made before, on a data folder and on
 * PostgreSQL, with the echo bot in the same run.
 *
 * `-- --stored 10,10000,100000` upgrades stored before.
 * `-- --seconds 4` is the length of one measurement.
 * `-- --profile` prints where the CPU time of a turn goes.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PostgresServer } from '../support/postgresProcess.ts';
import { type Child, startChild } from './child.ts';
import { fillStore, type StorePlace } from './fillStore.ts';
import { residentMegabytes } from './memory.ts';
import { play } from './play.ts';
import { timeByArea } from './profile.ts';
import { percentile } from './statistics.ts';

const connectionCounts = [1, 32];
const warmUpSeconds = 2;
/** On the disk of the checkout: a folder for temporary files may lie in memory. */
const scratch = join(import.meta.dirname, '..', '..', '.bench');
/** At the pace of a service, so that few looks at orders fall to a turn. */
const first = ['scenario slow-upgrade'];

interface Row {
  bot: string;
  stored: number;
  connections: number;
  turnsPerSecond: number;
  p50: number;
  p99: number;
  megabytes: number;
}

interface Subject {
  bot: string;
  stored: number;
  file: string;
  args: readonly string[];
  /** Typed by each admin before the upgrade. */
  first: readonly string[];
}

async function measure(subject: Subject, connector: Child, seconds: number): Promise<Row[]> {
  const { bot, stored, file, args } = subject;
  const rows: Row[] = [];
  for (const connections of connectionCounts) {
    const server = await startChild(file, [...args]);
    const load = (long: number) =>
      play(server.url, connector.url, connections, long, subject.first);
    await load(warmUpSeconds);
    const { latencies, seconds: took } = await load(seconds);
    rows.push({
      bot,
      stored,
      connections,
      turnsPerSecond: latencies.length / took,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      megabytes: residentMegabytes(server.pid),
    });
    await server.stop();
  }
  return rows;
}

async function profile(subject: Subject, connector: Child, seconds: number): Promise<void> {
  const folder = await mkdtemp(join(scratch, 'profile-'));
  const options = ['--cpu-prof', `--cpu-prof-dir=${folder}`];
  const begun = performance.now();
  const server = await startChild(subject.file, [...subject.args], options);
  await play(server.url, connector.url, 32, warmUpSeconds, subject.first);
  const warm = performance.now() - begun;
  const { latencies } = await play(server.url, connector.url, 32, seconds, subject.first);
  await server.stop();
  const times = await timeByArea(folder, warm);
  await rm(folder, { recursive: true });
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  console.log(`${subject.bot}, ${subject.stored} stored: where the CPU time of a turn goes`);
  console.table(
    [...times].map(([area, time]) => ({
      area,
      share: `${((time * 100) / all).toFixed(1)} %`,
      'ms/turn': (time / latencies.length).toFixed(3),
    })),
  );
}

function print(rows: readonly Row[]): void {
  const find = (bot: string, stored: number | undefined, connections: number) =>
    rows.find(
      (row) =>
        row.bot === bot &&
        (stored === undefined || row.stored === stored) &&
        row.connections === connections,
    )?.turnsPerSecond ?? Number.NaN;
  console.table(
    rows.map(({ bot, stored, connections, turnsPerSecond, p50, p99, megabytes }) => ({
      bot,
      stored,
      connections,
      'turns/s': Math.round(turnsPerSecond),
      'of EchoBot': (turnsPerSecond / find('EchoBot', undefined, connections)).toFixed(2),
      'of smallest': (turnsPerSecond / find(bot, undefined, connections)).toFixed(2),
      'p50 ms': p50.toFixed(1),
      'p99 ms': p99.toFixed(1),
      'RSS MB': Math.round(megabytes),
    })),
  );
}

/** With as many upgrades stored as are asked for, on what the place is. */
async function ours(bot: string, stored: number, place: StorePlace): Promise<Subject> {
  await fillStore(place, stored);
  const args = place.filter((part) => part !== undefined);
  return { bot, stored, file: 'upgraderaBot.ts', args, first };
}

const { values } = parseArgs({
  options: {
    stored: { type: 'string', default: '10,10000,100000' },
    seconds: { type: 'string', default: '4' },
    profile: { type: 'boolean', default: false },
  },
});
const seconds = Number(values.seconds);
const sizes = values.stored.split(',').map(Number);

await mkdir(scratch, { recursive: true });
const connector = await startChild('connector.ts');
const echo: Subject = { bot: 'EchoBot', stored: 0, file: 'echoBot.ts', args: [], first: [] };
const rows = await measure(echo, connector, seconds);
for (const stored of sizes) {
  const dataDir = await mkdtemp(join(scratch, 'data-'));
  const onFolder = await ours('Upgradera, data folder', stored, [dataDir]);
  rows.push(...(await measure(onFolder, connector, seconds)));
  if (values.profile) await profile(onFolder, connector, seconds);
  await rm(dataDir, { recursive: true, force: true });

  const server = await PostgresServer.start();
  const onPostgres = await ours('Upgradera, PostgreSQL', stored, [dataDir, server.url]);
  rows.push(...(await measure(onPostgres, connector, seconds)));
  if (values.profile) await profile(onPostgres, connector, seconds);
  await server.stop(false);
}
await connector.stop();
print(rows);
