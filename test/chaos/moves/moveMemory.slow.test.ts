import assert from 'node:assert/strict';
import { people } from '../../support/tenant/moveDesk.ts';
import { MoveProcess } from './moveProcess.ts';

const megabyte = 1024 * 1024;
/** `npm run test:chaos` moves more. */
const many = process.env.KILLS ? 100_000 : 40_000;
const few = many / 10;
/** Of few users each, in which code is compiled and the heap gets its size, however many users there are. */
const smallMoves = ['A', 'B', 'C'];

describe(`A move of ${many} users`, () => {
  it('takes little more memory than those of a tenth before it in the same process', async function () {
    this.timeout(0);
    const all = [
      ...smallMoves.flatMap((department) =>
        people(few, { department }).map((one) => ({ ...one, id: `${department}-${one.id}` })),
      ),
      ...people(many),
    ];
    const wished = smallMoves.map((department) => ({ kind: 'department', department }) as const);
    const moving = await MoveProcess.begin(all, [...wished, { kind: 'all' }]);
    try {
      await moving.run();
      const counts = moving.ids.map((id) => moving.reported.get(id));
      assert.deepEqual(counts, [...smallMoves.map(() => few), many]);
      const large = moving.ids.at(-1)!;
      const { tally } = await moving.move(large);
      assert.deepEqual(tally, { states: { confirmed: many }, reasons: {} });
      const taken = moving.ids.map((id) => (moving.memory.get(id) ?? 0) / megabyte);
      const more = taken.at(-1)! - Math.max(...taken.slice(0, -1));
      process.stdout.write(`      ${taken.map((one) => one.toFixed(0)).join(', ')} MB\n`);
      assert.ok(more < 50, `${more} MB`);
    } finally {
      await moving.drop();
    }
  });
});
