import assert from 'node:assert/strict';
import { tallyOf } from '../../../commerce/move/tally.ts';
import { sku } from '../../support/tenant/moveDesk.ts';
import { Random } from '../random.ts';
import { MoveProcess } from './moveProcess.ts';

const users = 10_000;

describe('A move of ten thousand users whose process is killed again and again', () => {
  let moving: MoveProcess;
  afterEach(() => moving?.drop());

  it('ends with everybody moved once, nobody without a licence or with both, and a report that adds up', async function () {
    this.timeout(0);
    const random = new Random(Number(process.env.SEED ?? Date.now() % 1e6));
    moving = await MoveProcess.begin(users);
    let kills = 0;
    while (!(await moving.runFor(random.between(300, 4_000)))) {
      kills += 1;
      const { people } = moving.licences;
      for (const { id, assignments } of people.values()) {
        assert.equal(assignments.length, 1, `${id} after ${kills} kills, SEED=${random.seed}`);
      }
    }
    const move = await moving.move();
    const rows = await moving.read((desk) => desk.rows(move));
    process.stdout.write(
      `      ${kills} kills, ${moving.licences.batches.length} batches for ${users} users\n`,
    );
    assert.equal(move.state, 'done');
    assert.deepEqual(move.tally, { states: { confirmed: users }, reasons: {} });
    assert.deepEqual(tallyOf(rows), move.tally);
    assert.equal(new Set(rows.map(({ id }) => id)).size, users);
    for (const { id } of moving.licences.people.values()) {
      assert.ok(moving.licences.has(id, sku.e5) && !moving.licences.has(id, sku.e3));
    }
    assert.equal(moving.reported, users);
    assert.ok(kills > 0);
  });
});
