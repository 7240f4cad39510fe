import assert from 'node:assert/strict';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Order } from '../../../commerce/model/order.ts';
import { Keeping, keepingId } from '../../../commerce/move/keeping.ts';
import { Mover } from '../../../commerce/move/working/mover.ts';
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import { Random } from '../../chaos/random.ts';
import { Death, Died } from '../../support/process/mortal.ts';
import { runs } from '../../support/process/runs.ts';
import { MemoryMoveParts, MemoryMoves } from '../../support/storage/memoryMoves.ts';
import { anOrder } from '../../support/storage/samples.ts';
import { MemoryLicences } from '../../support/tenant/memoryLicences.ts';
import { MoveDesk, people, planIdOf, products, sku } from '../../support/tenant/moveDesk.ts';

const order = anOrder({ sourceSkuId: sku.e3, targetSkuId: sku.e5, state: 'placed' });
const id = keepingId(order);
const off = [planIdOf(sku.e3, 'SHAREPOINTENTERPRISE')];
const e3 = (disabledPlans: string[]) => ({ skuId: sku.e3, disabledPlans });
const visio = { skuId: sku.visio, disabledPlans: [] };

/** A hundred users, half of them without SharePoint. */
const hundred = people(100).map((user, at) => ({
  ...user,
  assignments: [visio, e3(at % 2 ? off : [])],
}));

describe('Services that an upgrade turns on', () => {
  let desk: MoveDesk;
  let keeping: Keeping;
  const place = (users: readonly DirectoryUser[]) => {
    desk = new MoveDesk(new MemoryLicences(users, products, 30), {
      moves: new MemoryMoves(),
      moveParts: new MemoryMoveParts(),
    });
    desk.order = order;
    const clock = { now: async () => desk.now };
    keeping = new Keeping({ ...desk.parts, mover: desk.mover, clock });
  };

  /** What Microsoft does to those who are not left behind. */
  function upgrade(state: Order['state'], isLeft: (user: DirectoryUser) => boolean = () => false) {
    for (const user of desk.licences.people.values()) {
      if (isLeft(user)) continue;
      const others = user.assignments.filter(({ skuId }) => skuId !== sku.e3);
      const assignments = [...others, { skuId: sku.e5, disabledPlans: [] }];
      desk.licences.people.set(user.id, { ...user, assignments });
    }
    // There is nothing of it any more.
    desk.licences.products.delete(sku.e3);
    desk.order = { ...order, state };
  }

  const offFor = () =>
    [...desk.licences.people.values()].filter(({ assignments }) =>
      assignments.some(({ skuId, disabledPlans }) => skuId === sku.e5 && disabledPlans.length > 0),
    );

  it('are off again for the very users for whom they were', async () => {
    place(hundred);
    assert.equal(await keeping.noted(order), true);
    assert.equal(await keeping.noted(order), true);
    const noted = await desk.move(id);
    assert.deepEqual([noted.state, noted.planned], ['awaiting', { keep: 50 }]);
    desk.pass({ minutes: 5 });
    await desk.mover.step(id);
    assert.equal((await desk.move(id)).state, 'awaiting');
    upgrade('completed');
    const move = await desk.run(id);
    assert.deepEqual([move.state, move.tally.states], ['done', { confirmed: 50 }]);
    assert.deepEqual(
      move.notices.map(({ kind }) => kind),
      ['kept'],
    );
    assert.deepEqual(
      offFor().map((user) => user.id),
      hundred.flatMap((user, at) => (at % 2 ? user.id : [])),
    );
    for (const user of desk.licences.people.values()) {
      const of5 = { skuId: sku.e5, disabledPlans: offFor().includes(user) ? off : [] };
      assert.deepEqual(user.assignments.toSorted(bySku), [visio, of5].toSorted(bySku));
    }
  });

  it('are no concern where nobody had any off', async () => {
    place(people(3));
    assert.equal(await keeping.noted(order), true);
    assert.equal(await desk.moves.get(id), undefined);
  });

  it('stay as they are when the upgrade came to nothing', async () => {
    place(hundred);
    await keeping.noted(order);
    desk.order = { ...order, state: 'declined' };
    const move = await desk.run(id);
    assert.deepEqual([move.state, move.notices], ['stopped', []]);
    assert.equal(desk.licences.batches.length, 0);
  });

  it('are told of where the upgrade left users behind, who can be tried again', async () => {
    place(hundred);
    await keeping.noted(order);
    upgrade('completedWithUserErrors', (user) => user.id === 'id-1');
    const move = await desk.run(id);
    assert.equal(move.state, 'doneWithUsersLeft');
    assert.deepEqual(move.tally, {
      states: { confirmed: 49, refused: 1 },
      reasons: { notMoved: 1 },
    });
    assert.deepEqual(
      move.notices.map(({ kind }) => kind),
      ['keptSome'],
    );
  });

  it('hold no order up for long when the directory does not answer, and somebody is told', async () => {
    place(hundred);
    desk.licences.before = async () => {
      throw new UpgraderaError('upstream.unavailable');
    };
    const answers = [];
    for (let look = 0; look < 4; look += 1) answers.push(await keeping.noted(order));
    assert.deepEqual(answers, [false, false, true, true]);
    const move = await desk.move(id);
    assert.deepEqual([move.state, move.notices.map(({ kind }) => kind)], ['stopped', ['notNoted']]);
  });

  it('are told of when nobody lets us turn them off', async () => {
    place(hundred);
    await keeping.noted(order);
    upgrade('completed');
    desk.licences.before = async (call) => {
      if (call === 'change') throw new UpgraderaError('connection.no-permission');
    };
    const move = await desk.run(id);
    assert.deepEqual([move.state, move.notices.map(({ kind }) => kind)], ['paused', ['notKept']]);
  });

  it('are off again whenever the process dies on the way', async () => {
    for (let seed = 1; seed <= runs / 4; seed += 1) {
      const random = new Random(seed);
      place(hundred);
      const lives = async (end: (mover: Mover, life: Keeping) => Promise<boolean>) => {
        for (;;) {
          const death = new Death(Math.floor(random.between(0, 25)), random.next() < 0.5);
          const { moves, parts, licences, ...rest } = desk.parts;
          const mortal = {
            ...rest,
            moves: death.mortal(moves),
            parts: death.mortal(parts),
            licences: death.mortal(licences),
          };
          const mover = new Mover(mortal);
          const isOver = await end(mover, new Keeping({ ...mortal, mover })).catch((error) => {
            if (error instanceof Died) return false;
            throw error;
          });
          if (isOver) break;
        }
      };
      await lives((_, life) => life.noted(order));
      upgrade('completed');
      await lives(async (mover) => {
        const { state, nextCheckAt } = await desk.move(id);
        if (nextCheckAt !== undefined) desk.now = Temporal.Instant.from(nextCheckAt);
        if (state !== 'done') await mover.step(id);
        return state === 'done';
      });
      assert.deepEqual((await desk.move(id)).tally.states, { confirmed: 50 }, `seed ${seed}`);
      assert.equal(offFor().length, 50, `seed ${seed}`);
    }
  });
});

const bySku = (a: { skuId: string }, b: { skuId: string }) => a.skuId.localeCompare(b.skuId);
