/**
 * A process that goes on with one move, from its dry run to its report, until that is over or it is killed.
 * Given: folder, address of the directory, id of the move, real milliseconds from which on its time runs
 * faster, how much faster. Writes how much memory it takes, a line each second.
 */
import { isUnderWay } from '../../../commerce/move/changeMove.ts';
import { Mover } from '../../../commerce/move/mover.ts';
import { Moving } from '../../../commerce/move/moving.ts';
import type { ReportWords } from '../../../commerce/move/report.ts';
import { openStorage } from '../../../storage/open.ts';
import { person } from '../../support/tenant/moveDesk.ts';
import { directoryAt } from './directoryServer.ts';

const [dataDir = '', url = '', id = '', from = '', speed = ''] = process.argv.slice(2);
const began = Number(from);
const now = (): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(began + (Date.now() - began) * Number(speed)));

const storage = await openStorage({ dataDir, log: { warn: () => {} } });
const { moves, moveParts: parts, orders } = storage;
const clock = { now: async () => now() };
const needs = { moves, parts, orders, licences: directoryAt(url), clock, now };
const mover = new Mover(needs);
const moving = new Moving({ ...needs, wake: () => {} });

const told = setInterval(() => {
  process.stdout.write(`${JSON.stringify({ rss: process.memoryUsage.rss() })}\n`);
}, 1_000);

for (;;) {
  const move = await moving.get(person.tenantId, id);
  if (move.state === 'planned') await moving.start(person, id);
  else if (!isUnderWay(move)) break;
  const wait =
    now()
      .until(move.nextCheckAt ?? now())
      .total('milliseconds') / Number(speed);
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  const error = await mover.step(id);
  if (error) throw error;
}
const words: ReportWords = {
  separator: ',',
  title: (column) => column,
  product: (skuId) => skuId,
  result: ({ state }) => state,
  reason: ({ reason = '' }) => reason,
};
let lines = -1;
for await (const piece of moving.report(await moving.get(person.tenantId, id), words)) {
  lines += piece.split('\r\n').length - 1;
}
process.stdout.write(`${JSON.stringify({ rss: process.memoryUsage.rss(), lines })}\n`);
clearInterval(told);
await storage.close();
