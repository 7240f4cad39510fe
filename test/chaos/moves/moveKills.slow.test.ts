import assert from 'node:assert/strict';
import { tallyOf } from '../../../commerce/move/tally.ts';
import { people, sku } from '../../support/tenant/moveDesk.ts';
import { Random } from '../random.ts';
import { MoveProcess } from './moveProcess.ts';

/** `npm run test:chaos` moves more. */
const users = process.env.KILLS ? 10_000 : 4_000;

describe(`A move of ${users} users whose process is killed again and again`, () => {
  let moving: MoveProcess;
  afterEach(() => moving?.drop());

  it('ends with everybody moved once, nobody without a licence or with both, and a report that adds up', async function () {
    this.timeout(0);
    const random = new Random(Number(process.env.SEED ?? Date.now() % 1e6));
    moving = await MoveProcess.begin(people(users));
    let kills = 0;
    while (
      !(await moving.runUntil(Math.round(random.between(1, users / 40)), random.between(0, 100)))
    ) {
      kills += 1;
      for (const { id, assignments } of moving.licences.people.values()) {
        assert.equal(assignments.length, 1, `${id} after ${kills} kills, SEED=${random.seed}`);
      }
    }
    const [id] = moving.ids as [string];
    const move = await moving.move(id);
    const rows = await moving.read((desk) => desk.rows(move));
    process.stdout.write(
      `      ${kills} kills, ${moving.licences.batches.length} batches for ${users} users\n`,
    );
    assert.equal(move.state, 'done');
    assert.deepEqual(move.tally, { states: { confirmed: users }, reasons: {} });
    assert.deepEqual(tallyOf(rows), move.tally);
    assert.equal(new Set(rows.map(({ id }) => id)).size, users);
    for (const person of moving.licences.people.values()) {
      assert.ok(moving.licences.has(person.id, sku.e5) && !moving.licences.has(person.id, sku.e3));
    }
    assert.equal(moving.reported.get(id), users);
    assert.ok(kills > 5, `${kills} kills, SEED=${random.seed}`);
  });
});
