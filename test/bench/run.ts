/**
 * `npm run bench`: whole upgrades, played against our bot and beside it against two bots of the
 * official kind, all with the same connector. Every measurement has a fresh process, so that no bot
 * is measured while another one still works. Medians of three rounds.
 *
 * `-- --floor 0.3` fails when we make less than that share of the echo bot's turns.
 * `-- --seconds 4` is the length of one measurement.
 */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Child, startChild } from './child.ts';
import { play } from './play.ts';
import { median, percentile } from './statistics.ts';

interface Bot {
  name: string;
  file: string;
  /** Typed by each admin before the upgrade. */
  first: readonly string[];
}

/**
 * Ours twice. The sandbox makes an upgrade in 13 s, to be watched; a service takes most of an hour,
 * so that far fewer looks at orders fall to a turn.
 */
const bots: readonly Bot[] = [
  { name: 'EchoBot', file: 'echoBot.ts', first: [] },
  { name: 'Waterfall', file: 'waterfallBot.ts', first: [] },
  { name: 'Upgradera', file: 'upgraderaBot.ts', first: ['scenario slow-upgrade'] },
  { name: 'Upgradera, each upgrade in 13 s', file: 'upgraderaBot.ts', first: [] },
];

const yardstick = 'EchoBot';
const ours = 'Upgradera';
const rounds = 3;
const connectionCounts = [1, 32];
const warmUpSeconds = 2;
/** On the disk of the checkout: a folder for temporary files may lie in memory. */
const scratch = join(import.meta.dirname, '..', '..', '.bench');

interface Measured {
  turnsPerSecond: number;
  p50: number;
  p99: number;
  callsPerTurn: number;
}

async function measure(
  bot: Bot,
  connector: Child,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const dataDir = await mkdtemp(join(scratch, 'data-'));
  const server = await startChild(bot.file, [dataDir]);
  try {
    await play(server.url, connector.url, connections, warmUpSeconds, bot.first);
    const before = await countsOf(connector);
    const {
      latencies,
      seconds: took,
      upgrades,
    } = await play(server.url, connector.url, connections, seconds, bot.first);
    const after = await countsOf(connector);
    const orders = after.ordered - before.ordered;
    assert.ok(
      bot.file !== 'upgraderaBot.ts' || orders >= upgrades,
      `${upgrades} upgrades, ${orders} orders`,
    );
    return {
      turnsPerSecond: latencies.length / took,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      callsPerTurn: (after.calls - before.calls) / latencies.length,
    };
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function countsOf(connector: Child): Promise<{ calls: number; ordered: number }> {
  const response = await fetch(connector.url);
  return (await response.json()) as { calls: number; ordered: number };
}

function middle(measured: readonly Measured[]): Measured {
  return {
    turnsPerSecond: median(measured.map((m) => m.turnsPerSecond)),
    p50: median(measured.map((m) => m.p50)),
    p99: median(measured.map((m) => m.p99)),
    callsPerTurn: median(measured.map((m) => m.callsPerTurn)),
  };
}

/** @returns our share of the yardstick's turns at the most connections. */
async function bench(seconds: number): Promise<number> {
  const results = connectionCounts.flatMap((connections) =>
    bots.map((bot) => ({ bot, connections, measured: [] as Measured[] })),
  );
  const connector = await startChild('connector.ts');
  for (let round = 1; round <= rounds; round += 1) {
    for (const { bot, connections, measured } of results) {
      measured.push(await measure(bot, connector, connections, seconds));
    }
  }
  await connector.stop();

  const medians = results.map((result) => ({ ...result, ...middle(result.measured) }));
  const shareOf = (name: string, connections: number): number => {
    const of = (wanted: string) =>
      medians.find((m) => m.bot.name === wanted && m.connections === connections);
    return (of(name)?.turnsPerSecond ?? 0) / (of(yardstick)?.turnsPerSecond ?? 0);
  };
  console.table(
    medians.map(({ bot, connections, turnsPerSecond, p50, p99, callsPerTurn }) => ({
      bot: bot.name,
      connections,
      'turns/s': Math.round(turnsPerSecond),
      [`of ${yardstick}`]: shareOf(bot.name, connections).toFixed(2),
      'p50 ms': p50.toFixed(1),
      'p99 ms': p99.toFixed(1),
      'calls/turn': callsPerTurn.toFixed(2),
    })),
  );
  return shareOf(ours, Math.max(...connectionCounts));
}

const { values } = parseArgs({
  options: { floor: { type: 'string' }, seconds: { type: 'string', default: '4' } },
});
await mkdir(scratch, { recursive: true });
const share = await bench(Number(values.seconds));
if (values.floor !== undefined && share < Number(values.floor)) {
  console.error(`${ours} makes ${share.toFixed(2)} of ${yardstick}, less than ${values.floor}`);
  process.exitCode = 1;
}
