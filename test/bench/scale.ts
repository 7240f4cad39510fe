/**
 * `npm run bench:scale`: whole upgrades beside many stored conversations, on a data folder and on
 * PostgreSQL, with the echo bot in the same rounds; where there is a PgBouncer, also behind that.
 *
 * `-- --stored 10,10000,100000` conversations stored before.
 * `-- --seconds 4` is the length of one measurement, `-- --rounds 3` how many there are of each.
 * `-- --profile` prints where the CPU time of a turn goes as well.
 * `-- --count 100` counts on the wire what a turn costs on PostgreSQL, over so many upgrades, and times nothing.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { findPgBouncer, PgBouncer } from '../support/servers/pgBouncer.ts';
import { PostgresServer } from '../support/servers/postgresProcess.ts';
import { startChild } from './child.ts';
import { fillStore, type StorePlace } from './measure/fillStore.ts';
import { timeByArea } from './measure/profile.ts';
import { newFolder, removeFolders } from './measure/scratch.ts';
import { countTurns } from './measure/turnCosts.ts';
import { play } from './play.ts';
import {
  connectionCounts,
  lineOf,
  measureInTurn,
  type Result,
  type Subject,
  shareOf,
  warmUpSeconds,
} from './rounds.ts';

/** At the pace of a service, so that few looks at orders fall to a turn. */
const first = ['scenario slow-upgrade'];
const folder = 'Upgradera, data folder';
const postgres = 'Upgradera, PostgreSQL';
const pooled = 'Upgradera, PostgreSQL behind PgBouncer';
/** From a pooler to the database: as many as a process has to the pooler. */
const pooledConnections = 10;

interface Store extends Subject {
  kind: string;
}

/** With as many conversations stored as are asked for. */
async function fill(kind: string, stored: number, place: StorePlace): Promise<Store> {
  await fillStore(place, stored);
  const args = place.filter((part) => part !== undefined);
  const name = `${kind}, ${stored.toLocaleString('en')} stored`;
  return { kind, name, file: 'upgraderaBot.ts', args: async () => args, first };
}

/** As a quiet night leaves a database, so that its own work after a flood of rows is not measured. */
async function tidy(url: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  await client.query('VACUUM ANALYZE');
  await client.query('CHECKPOINT');
  await client.end();
}

async function profile(subject: Subject, seconds: number): Promise<void> {
  const profiles = await mkdtemp(join(tmpdir(), 'upgradera-profile-'));
  const options = ['--cpu-prof', `--cpu-prof-dir=${profiles}`];
  const connector = await startChild('connector.ts');
  const begun = performance.now();
  const server = await startChild(subject.file, await subject.args(), options);
  await play(server.url, connector.url, 32, warmUpSeconds, subject.first);
  const from = performance.now() - begun;
  const { latencies } = await play(server.url, connector.url, 32, seconds, subject.first);
  const until = performance.now() - begun;
  await server.stop();
  await connector.stop();
  const times = await timeByArea(profiles, { from, until });
  await rm(profiles, { recursive: true });
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  console.log(`${subject.name}: where the CPU time of a turn goes`);
  console.table(
    [...times].map(([area, time]) => ({
      area,
      share: `${((time * 100) / all).toFixed(1)} %`,
      'ms/turn': (time / latencies.length).toFixed(3),
    })),
  );
}

async function count(upgrades: number): Promise<void> {
  const connector = await startChild('connector.ts');
  for (const atOnce of connectionCounts) {
    const server = await PostgresServer.start();
    const costs = await countTurns(server, connector.url, upgrades, first, atOnce);
    await server.stop(false);
    console.log(`PostgreSQL, ${costs.turns} turns, ${atOnce} at once, each:`);
    for (const [name, value] of Object.entries(costs.each)) {
      console.log(`${value.toFixed(2).padStart(10)}  ${name}`);
    }
    for (const [statement, times] of costs.statements) {
      if (times >= 0.005) console.log(`${times.toFixed(2).padStart(10)}  ${statement}`);
    }
  }
  await connector.stop();
  await removeFolders();
}

const { values } = parseArgs({
  options: {
    stored: { type: 'string', default: '10,10000,100000' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '3' },
    profile: { type: 'boolean', default: false },
    count: { type: 'string' },
  },
});
if (values.count !== undefined) {
  await count(Number(values.count));
  process.exit();
}
const seconds = Number(values.seconds);

const echo: Subject = { name: 'EchoBot', file: 'echoBot.ts', args: async () => [], first: [] };
const sizes = values.stored.split(',').map(Number);
const stores: Store[] = [];
const servers: PostgresServer[] = [];
// Right after the echo bot: a database works on after it was used, at the cost of who is next.
for (const stored of sizes) stores.push(await fill(folder, stored, [await newFolder()]));
for (const stored of sizes) {
  const server = await PostgresServer.start();
  servers.push(server);
  stores.push(await fill(postgres, stored, [await newFolder(), server.url]));
  await tidy(server.url);
}
const path = await findPgBouncer();
const [server] = servers;
const bouncer =
  path && server ? await PgBouncer.start(path, server.url, pooledConnections) : undefined;
if (bouncer) stores.push(await fill(pooled, sizes[0] ?? 0, [await newFolder(), bouncer.url]));
const results = await measureInTurn([echo, ...stores], Number(values.rounds), seconds);
if (values.profile) for (const store of stores) await profile(store, seconds);
await bouncer?.stop();
for (const one of servers) await one.stop(false);
await removeFolders();

const ofSmallest = (result: Result): string => {
  const store = stores.find((one) => one === result.subject);
  const smallest = stores.find(({ kind }) => kind === store?.kind);
  return smallest ? shareOf(results, result, smallest).toFixed(2) : '';
};
console.table(
  results.map((one) => ({
    ...lineOf(one, results),
    'of smallest': ofSmallest(one),
  })),
);
