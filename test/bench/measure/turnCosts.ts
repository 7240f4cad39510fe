/** What a turn costs on PostgreSQL: counted on the wire and by the server, not timed. */
import { readdirSync, readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import type { PostgresServer } from '../../support/servers/postgresProcess.ts';
import { PostgresWire, type Traffic } from '../../support/servers/postgresWire.ts';
import { startChild } from '../child.ts';
import { post } from '../play.ts';
import { upgradeActivities, upgradeTexts } from '../virtualUser.ts';
import { newFolder } from './scratch.ts';

const application = 'upgradera';
/** Milliseconds of a process that nobody talks to. */
const idle = 5_000;

interface Sums {
  traffic: Traffic;
  commits: number;
  walBytes: number;
  /** Milliseconds of CPU. */
  botCpu: number;
  databaseCpu: number;
}

export interface TurnCosts {
  turns: number;
  /** By name, a turn. */
  each: Record<string, number>;
  /** How often each statement is run in a turn, most often first. */
  statements: [statement: string, times: number][];
}

/**
 * Plays upgrades, so many people at a time. What the process does anyway is not a turn's: it is counted in a
 * while of silence, and taken off.
 */
export async function countTurns(
  server: PostgresServer,
  connectorUrl: string,
  upgrades: number,
  first: readonly string[],
  atOnce: number,
): Promise<TurnCosts> {
  const wire = await PostgresWire.start(server.url);
  const bot = await startChild('upgraderaBot.ts', [await newFolder(), wire.url]);
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const target = new URL('/api/messages', bot.url);
  const play = async (count: number): Promise<void> => {
    let left = count;
    const typeOn = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        for (const activity of upgradeActivities(connectorUrl, first)) {
          await post(agent, target, activity);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, typeOn));
  };
  const client = new Client(server.url);
  await client.connect();
  const during = async (task: () => Promise<unknown>): Promise<Sums & { took: number }> => {
    wire.take(application);
    const before = await standOf(client, server.pid, bot.pid);
    const begun = performance.now();
    await task();
    const took = performance.now() - begun;
    const after = await standOf(client, server.pid, bot.pid);
    return {
      took,
      traffic: wire.take(application),
      commits: after.commits - before.commits,
      walBytes: after.walBytes - before.walBytes,
      botCpu: after.botCpu - before.botCpu,
      databaseCpu: after.databaseCpu - before.databaseCpu,
    };
  };
  await play(Math.ceil(upgrades / 2));
  const silent = await during(() => sleep(idle));
  const busy = await during(() => play(upgrades));
  agent.destroy();
  await client.end();
  await bot.stop();
  await wire.stop();

  const turns = upgrades * (first.length + upgradeTexts.length);
  const share = busy.took / silent.took;
  const a = (of: (sums: Sums) => number) => (of(busy) - of(silent) * share) / turns;
  const ofWire = (of: (traffic: Traffic) => number) => a((sums) => of(sums.traffic));
  const texts = [...new Set(busy.traffic.statements)];
  const times = (text: string) =>
    ofWire(({ statements }) => statements.filter((one) => one === text).length);
  return {
    turns,
    each: {
      trips: ofWire(({ trips }) => trips),
      statements: ofWire(({ statements }) => statements.length),
      parsed: ofWire(({ parsed }) => parsed),
      commits: a(({ commits }) => commits),
      'bytes sent': ofWire(({ sent }) => sent),
      'bytes received': ofWire(({ received }) => received),
      'bytes of WAL': a(({ walBytes }) => walBytes),
      'ms CPU, bot': a(({ botCpu }) => botCpu),
      'ms CPU, database': a(({ databaseCpu }) => databaseCpu),
    },
    statements: texts
      .map((text) => [text, times(text)] as [string, number])
      .toSorted(([, a], [, b]) => b - a),
  };
}

type Stand = Omit<Sums, 'traffic'>;

async function standOf(client: Client, postgres: number, bot: number): Promise<Stand> {
  const { rows } = await client.query(
    `select pg_snapshot_xmax(pg_current_snapshot())::text::float8 as commits,
      pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as wal`,
  );
  const { commits, wal: walBytes } = rows[0];
  const processes = [...childrenOf(postgres).map((pid) => cpuOf(pid)), cpuOf(postgres, 15)];
  const databaseCpu = processes.reduce((sum, one) => sum + one, 0);
  return { commits, walBytes, botCpu: cpuOf(bot), databaseCpu };
}

/** Linux alone tells. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => statOf(child)[1] === String(pid));
}

/** @param end 13 for a process alone, 15 with its children that have ended */
function cpuOf(pid: number, end = 13): number {
  const ticks = statOf(pid).slice(11, end).map(Number);
  return ticks.reduce((sum, one) => sum + one, 0) * 10;
}

/** From the state of the process on. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
