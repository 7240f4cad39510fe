/**
 * `npm run bench:live`: people upgrade at once, each in a connected tenant of its own that buys from a
 * partner. Entra ID, Graph and Partner Center are the wire servers, and take their time for each call.
 *
 * `-- --delay 150` is that time, in milliseconds; `-- --people 32` how many there are at once;
 * `-- --rounds 3` how often they do it, in other tenants each time. The bot has just started.
 * Fails when of a hundred turns one took longer than `-- --limit 2000` milliseconds.
 */
import assert from 'node:assert/strict';
import { Agent } from 'node:http';
import { parseArgs } from 'node:util';
import { createLog } from '../../bot/log.ts';
import { usualLimits } from '../../microsoft/http/patience.ts';
import { openStorage } from '../../storage/open.ts';
import { importPrices, partnerEnvironment } from '../microsoft/wire/liveBot.ts';
import { WireMicrosoft } from '../microsoft/wire/wireMicrosoft.ts';
import { allRoles } from '../microsoft/wire/wireTenants.ts';
import { startChild } from './child.ts';
import { newFolder, removeFolders } from './measure/scratch.ts';
import { percentile } from './measure/statistics.ts';
import { post } from './play.ts';
import { upgradeActivities, upgradeTexts } from './virtualUser.ts';

const { values } = parseArgs({
  options: {
    delay: { type: 'string', default: '150' },
    people: { type: 'string', default: '32' },
    rounds: { type: 'string', default: '3' },
    limit: { type: 'string', default: '2000' },
  },
});
const [delay, people, rounds, limit] = [
  values.delay,
  values.people,
  values.rounds,
  values.limit,
].map(Number) as [number, number, number, number];

/** Of a folder: the partner's prices are in it, and all these tenants are connected. */
async function prepare(dataDir: string, tenantIds: readonly string[]): Promise<void> {
  const storage = await openStorage({ dataDir, log: createLog('silent') });
  await importPrices(storage);
  const connected = { at: new Date().toISOString(), by: 'admin', permissions: [...allRoles] };
  for (const tenantId of tenantIds) await storage.connections.connect(tenantId, connected);
  await storage.close();
}

const wire = await WireMicrosoft.start();
const servers = [wire.entra, wire.graph, wire.partnerCenter];
for (const server of servers) server.slowness = () => delay;
const customers = await Promise.all(
  Array.from({ length: people * rounds }, () => wire.tenants.addCustomer()),
);
const dataDir = await newFolder();
await prepare(dataDir, customers);
const connector = await startChild('connector.ts');
const settings = JSON.stringify(partnerEnvironment(wire, usualLimits));
const bot = await startChild('liveBot.ts', [dataDir, settings]);

const agent = new Agent({ keepAlive: true, maxSockets: people });
const target = new URL('/api/messages', bot.url);
/** Milliseconds of each turn, by what was typed. */
const latencies = upgradeTexts.map((): number[] => []);

async function upgradeIn(tenantId: string): Promise<void> {
  for (const [step, activity] of upgradeActivities(connector.url, [], tenantId).entries()) {
    const sent = performance.now();
    await post(agent, target, activity);
    latencies[step]?.push(performance.now() - sent);
  }
}

for (let round = 0; round < rounds; round += 1) {
  await Promise.all(customers.slice(round * people, (round + 1) * people).map(upgradeIn));
}
const calls = servers.reduce((sum, server) => sum + server.calls.length, 0);
const { ordered } = (await (await fetch(connector.url)).json()) as { ordered: number };
agent.destroy();
await bot.stop();
await connector.stop();
await wire.stop();
await removeFolders();
assert.equal(ordered, customers.length, 'not everybody has ordered');

const rowOf = (typed: string, took: readonly number[]) => ({
  typed,
  turns: took.length,
  'p50 ms': Math.round(percentile(took, 0.5)),
  'p99 ms': Math.round(percentile(took, 0.99)),
});
const all = latencies.flat();
console.table([
  ...upgradeTexts.map((text, step) => rowOf(text, latencies[step] ?? [])),
  rowOf('all', all),
]);
console.log(`${(calls / customers.length).toFixed(1)} calls to Microsoft an upgrade`);
const p99 = percentile(all, 0.99);
if (p99 > limit) {
  console.error(`One turn of a hundred takes ${Math.round(p99)} ms, more than ${limit}`);
  process.exitCode = 1;
}
