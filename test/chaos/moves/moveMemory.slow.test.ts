import assert from 'node:assert/strict';
import { MoveProcess } from './moveProcess.ts';

const megabyte = 1024 * 1024;

describe('A move of a hundred thousand users', () => {
  /** Megabytes that the process takes at most, from the dry run to the report. */
  async function most(users: number): Promise<number> {
    const moving = await MoveProcess.begin(users);
    try {
      assert.equal(await moving.runFor(2 ** 31 - 1), true);
      const move = await moving.move();
      assert.deepEqual(move.tally, { states: { confirmed: users }, reasons: {} });
      assert.equal(moving.reported, users);
      return Math.max(...moving.memory) / megabyte;
    } finally {
      await moving.drop();
    }
  }

  it('takes little more memory than one of ten thousand', async function () {
    this.timeout(0);
    const few = await most(10_000);
    const many = await most(100_000);
    process.stdout.write(`      ${few.toFixed(0)} MB, and ${(many - few).toFixed(0)} MB more\n`);
    assert.ok(many - few < 50, `${many - few} MB`);
  });
});
