/**
 * A process that goes on with moves, one after the other, each from its dry run to its report, until all are over
 * or it is killed. Given: folder, address of the directory, ids of the moves, real milliseconds from which on its
 * time runs faster, how much faster. Writes how much memory it takes, a line each tenth of a second.
 */
import { isUnderWay } from '../../../commerce/move/changeMove.ts';
import { Moving } from '../../../commerce/move/moving.ts';
import type { ReportWords } from '../../../commerce/move/report.ts';
import { Mover } from '../../../commerce/move/working/mover.ts';
import { openStorage } from '../../../storage/open.ts';
import { person } from '../../support/tenant/moveDesk.ts';
import { directoryAt } from './directoryServer.ts';

const [dataDir = '', url = '', ids = '', from = '', speed = ''] = process.argv.slice(2);
const began = Number(from);
const now = (): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(began + (Date.now() - began) * Number(speed)));

const storage = await openStorage({ dataDir, log: { warn: () => {} } });
const { moves, moveParts: parts, orders } = storage;
const clock = { now: async () => now() };
const needs = { moves, parts, orders, licences: directoryAt(url), clock, now };
const mover = new Mover(needs);
const moving = new Moving({ ...needs, wake: () => {} });

let id = '';
const tell = (lines?: number) =>
  process.stdout.write(`${JSON.stringify({ id, rss: process.memoryUsage.rss(), lines })}\n`);
const telling = setInterval(() => tell(), 100);

async function moveAll(): Promise<void> {
  for (;;) {
    const move = await moving.get(person.tenantId, id);
    if (move.state === 'planned') await moving.start(person, id);
    else if (!isUnderWay(move)) return;
    const due = now().until(move.nextCheckAt ?? now());
    const wait = due.total('milliseconds') / Number(speed);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const error = await mover.step(id);
    if (error) throw error;
  }
}

const words: ReportWords = {
  separator: ',',
  title: (column) => column,
  product: (skuId) => skuId,
  result: ({ state }) => state,
  reason: ({ reason = '' }) => reason,
};

async function report(): Promise<number> {
  let lines = -1;
  for await (const piece of moving.report(await moving.get(person.tenantId, id), words)) {
    lines += piece.split('\r\n').length - 1;
  }
  return lines;
}

for (id of ids.split(',')) {
  await moveAll();
  tell(await report());
}
clearInterval(telling);
await storage.close();
