/**
 * `npm run bench:moves`: how much memory the whole bot takes while it moves 100,000 users of a connected tenant, by
 * the checklist, from the dry run to the report. Entra ID and Graph are the wire servers, in this process.
 *
 * Before that it moves `-- --first 10000` users in other tenants, again until that takes no more than the time before:
 * until then code is compiled, connections are opened, and V8 lets the heap grow until it first collects all of it,
 * which is after some thousand users, however many there are. From that most on the large move may take
 * `-- --limit 50` megabytes more at the most, at any time, or this fails. `-- --users 100000`.
 *
 * The bot's time passes faster, since it would keep Graph's pace of 1,200 users a minute, which is not what is measured.
 */
import assert from 'node:assert/strict';
import { parseArgs } from 'node:util';
import { createLog } from '../../bot/log.ts';
import { usualLimits } from '../../microsoft/http/patience.ts';
import { permissionToMove } from '../../microsoft/permissions.ts';
import { skus } from '../../sandbox/tenant/skus.ts';
import { openStorage } from '../../storage/open.ts';
import { partnerEnvironment } from '../microsoft/wire/liveBot.ts';
import { WireMicrosoft } from '../microsoft/wire/wireMicrosoft.ts';
import { allRoles } from '../microsoft/wire/wireTenants.ts';
import { textOf } from '../support/teams/cardText.ts';
import { FakeTeams } from '../support/teams/fakeTeams.ts';
import { startChild } from './child.ts';
import { residentMegabytes } from './measure/memory.ts';
import { newFolder, removeFolders } from './measure/scratch.ts';

const speed = 600;
/** Milliseconds between two looks at the memory. */
const every = 500;
const hours = 3_600_000;
/** Small moves, after which the heap has its size or never will. */
const mostRounds = 5;

const { values } = parseArgs({
  options: {
    first: { type: 'string', default: '10000' },
    users: { type: 'string', default: '100000' },
    limit: { type: 'string', default: '50' },
  },
});
const [first, users, limit] = [values.first, values.users, values.limit].map(Number) as [
  number,
  number,
  number,
];

const wire = await WireMicrosoft.start();
const { tenants } = wire;
const dataDir = await newFolder();

/** A tenant that has let the bot in, with licences for everybody. */
async function tenantOf(count: number): Promise<string> {
  const permissions = [...allRoles, permissionToMove.name];
  const tenantId = await tenants.add('big-tenant', permissions);
  await tenants.grow(tenantId, count);
  const storage = await openStorage({ dataDir, log: createLog('silent') });
  await storage.connections.connect(tenantId, {
    at: new Date().toISOString(),
    by: 'admin',
    permissions,
  });
  await storage.close();
  return tenantId;
}

const small: string[] = [];
for (let round = 0; round < mostRounds; round += 1) small.push(await tenantOf(first));
const large = await tenantOf(users);
const { live } = partnerEnvironment(wire, usualLimits);
const settings = JSON.stringify({ live });
const bot = await startChild('liveBot.ts', [dataDir, settings, String(speed)]);

/** Megabytes from now on. */
let samples: number[] = [];
const sampling = setInterval(() => samples.push(residentMegabytes(bot.pid)), every);
const telling = setInterval(() => console.log(`  ${Math.round(samples.at(-1) ?? 0)} MB`), 60_000);

const told = (teams: FakeTeams, id: string, text: string) => () =>
  teams.cards.some((card) => card.id === id && textOf(card).includes(text));

async function move(tenantId: string, count: number): Promise<void> {
  const { sandbox } = tenants;
  const teams = await FakeTeams.start({ botUrl: bot.url, tenantId });
  for (const text of ['manual', 'microsoft 365 e5', 'begin']) await teams.say(text);
  await sandbox.buy(tenantId, skus.microsoft365E5, count);
  for (const text of ['I have bought it', 'move them', 'all']) await teams.say(text);
  assert.equal(teams.cards.at(-1)?.id, 'move-plan', teams.texts.at(-1) ?? '');
  const would = `${count.toLocaleString('en-US')} users would move`;
  await teams.waitFor(() => {
    return told(teams, 'notice', would)() || told(teams, 'move-plan', would)();
  }, hours);
  await teams.say('move them');
  await teams.waitFor(told(teams, 'notice', 'All users are moved'), hours);
  await teams.say('check again');
  await teams.say('report');
  const moved = await sandbox.assignedLicences(tenantId);
  assert.equal(moved.get(skus.microsoft365E5), count, 'not everybody has moved');
  await teams.stop();
}

/** @returns the most megabytes meanwhile */
async function measured(tenantId: string, count: number): Promise<number> {
  samples = [];
  const began = performance.now();
  await move(tenantId, count);
  const most = Math.max(residentMegabytes(bot.pid), ...samples);
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`${Math.round(most)} MB at the most with ${count} users, ${seconds} s`);
  return most;
}

console.log(`${Math.round(residentMegabytes(bot.pid))} MB at the start`);
let warm = 0;
for (const tenantId of small) {
  const most = await measured(tenantId, first);
  if (most <= warm) break;
  warm = most;
}
const most = await measured(large, users);
clearInterval(sampling);
clearInterval(telling);
await bot.stop();
await wire.stop();
await removeFolders();
if (most - warm > limit) {
  console.error(`It grew by ${Math.round(most - warm)} MB, more than ${limit}`);
  process.exitCode = 1;
}
