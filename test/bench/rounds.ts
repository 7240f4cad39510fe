/**
 * Measures bots in turn, round after round, so that what else the machine does meets all of them.
 * Every measurement has a fresh process: no bot is measured while another one still works.
 */
import assert from 'node:assert/strict';
import { type Child, startChild } from './child.ts';
import { residentMegabytes } from './measure/memory.ts';
import { emptyMemory } from './measure/scratch.ts';
import { median, percentile } from './measure/statistics.ts';
import { play } from './play.ts';

export interface Subject {
  name: string;
  /** A file of this folder, or one with a whole path. */
  file: string;
  /** For each of its processes. */
  args: () => Promise<string[]>;
  /** Typed by each admin before the upgrade. */
  first: readonly string[];
}

interface Measured {
  turnsPerSecond: number;
  p50: number;
  p99: number;
  callsPerTurn: number;
  megabytes: number;
}

export interface Result extends Measured {
  subject: Subject;
  connections: number;
  /** Turns a second in each round. */
  rounds: number[];
}

export const connectionCounts = [1, 32];
/** Seconds in which V8 compiles what it will run for days: a bot's later turns cost half of its first ones. */
export const warmUpSeconds = 10;

/** @returns medians of all rounds. */
export async function measureInTurn(
  subjects: readonly Subject[],
  rounds: number,
  seconds: number,
): Promise<Result[]> {
  const connector = await startChild('connector.ts');
  const all = connectionCounts.flatMap((connections) =>
    subjects.map((subject) => ({ subject, connections, measured: [] as Measured[] })),
  );
  for (let round = 0; round < rounds; round += 1) {
    // There and back: who comes later finds the machine as warm as who comes first.
    for (const { subject, connections, measured } of round % 2 === 0 ? all : all.toReversed()) {
      measured.push(await measure(subject, connector, connections, seconds));
    }
  }
  await connector.stop();
  return all.map(({ subject, connections, measured }) => ({
    subject,
    connections,
    rounds: measured.map((one) => one.turnsPerSecond),
    ...medians(measured),
  }));
}

/**
 * What part of another subject's turns one makes at the same number of connections: the median of
 * what it was in each round, since the machine is faster in one round than in another.
 */
export function shareOf(
  all: readonly Result[],
  { connections, rounds }: Result,
  of?: Subject,
): number {
  const other = all.find((one) => one.subject === of && one.connections === connections);
  return other ? median(rounds.map((turns, round) => turns / (other.rounds[round] ?? 0))) : 0;
}

async function measure(
  subject: Subject,
  connector: Child,
  connections: number,
  seconds: number,
): Promise<Measured> {
  const server = await startChild(subject.file, await subject.args());
  const load = (long: number) => play(server.url, connector.url, connections, long, subject.first);
  await load(warmUpSeconds);
  const before = await countsOf(connector);
  const { latencies, seconds: took, upgrades } = await load(seconds);
  const after = await countsOf(connector);
  const megabytes = residentMegabytes(server.pid);
  await server.stop();
  await emptyMemory();
  const orders = after.ordered - before.ordered;
  assert.ok(
    !subject.file.endsWith('upgraderaBot.ts') || orders >= upgrades,
    `${upgrades} upgrades, ${orders} orders`,
  );
  return {
    turnsPerSecond: latencies.length / took,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    callsPerTurn: (after.calls - before.calls) / latencies.length,
    megabytes,
  };
}

async function countsOf(connector: Child): Promise<{ calls: number; ordered: number }> {
  const response = await fetch(connector.url);
  return (await response.json()) as { calls: number; ordered: number };
}

function medians(rounds: readonly Measured[]): Measured {
  const of = (name: keyof Measured) => median(rounds.map((one) => one[name]));
  return {
    turnsPerSecond: of('turnsPerSecond'),
    p50: of('p50'),
    p99: of('p99'),
    callsPerTurn: of('callsPerTurn'),
    megabytes: of('megabytes'),
  };
}

/** One line of a table that people read. The first subject is the yardstick. */
export function lineOf(result: Result, all: readonly Result[]): Record<string, string | number> {
  return {
    bot: result.subject.name,
    connections: result.connections,
    'turns/s': Math.round(result.turnsPerSecond),
    'of EchoBot': shareOf(all, result, all[0]?.subject).toFixed(2),
    'p50 ms': result.p50.toFixed(1),
    'p99 ms': result.p99.toFixed(1),
    'calls/turn': result.callsPerTurn.toFixed(2),
    'RSS MB': Math.round(result.megabytes),
  };
}
