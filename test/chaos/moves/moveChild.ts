/**
 * A process that goes on with one move until that is over, or until it is killed.
 * Given: folder, address of the directory, id of the move, real milliseconds from which on its time runs
 * faster, how much faster. Writes how much memory it takes, a line each second.
 */
import { isUnderWay } from '../../../commerce/move/changeMove.ts';
import { Mover } from '../../../commerce/move/mover.ts';
import { openStorage } from '../../../storage/open.ts';
import { directoryAt } from './directoryServer.ts';

const [dataDir = '', url = '', id = '', from = '', speed = ''] = process.argv.slice(2);
const began = Number(from);
const now = (): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(Math.floor(began + (Date.now() - began) * Number(speed)));

const storage = await openStorage({ dataDir, log: { warn: () => {} } });
const { moves, moveParts: parts, orders } = storage;
const clock = { now: async () => now() };
const mover = new Mover({ moves, parts, orders, licences: directoryAt(url), clock, now });

const told = setInterval(() => {
  process.stdout.write(`${JSON.stringify({ rss: process.memoryUsage.rss() })}\n`);
}, 1_000);

for (;;) {
  const move = (await moves.get(id))?.value;
  if (!move || !isUnderWay(move)) break;
  const wait =
    now()
      .until(move.nextCheckAt ?? now())
      .total('milliseconds') / Number(speed);
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  const error = await mover.step(id);
  if (error) throw error;
}
clearInterval(told);
await storage.close();
