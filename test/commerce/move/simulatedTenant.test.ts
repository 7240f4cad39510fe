import assert from 'node:assert/strict';
import { isUnderWay } from '../../../commerce/move/changeMove.ts';
import { type MovePerson, Moving } from '../../../commerce/move/moving.ts';
import { Mover } from '../../../commerce/move/working/mover.ts';
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { MemoryMoveParts, MemoryMoves } from '../../support/storage/memoryMoves.ts';
import { SimulatedTenant, tenantId, userId } from '../../support/tenant/simulatedTenant.ts';

const person: MovePerson = { tenantId, userId, name: 'Åsa Öberg', conversation: 'c' };

describe('A move in a simulated tenant of many products', () => {
  let tenant: SimulatedTenant;
  let moving: Moving;
  let mover: Mover;
  let moves: MemoryMoves;

  beforeEach(async () => {
    tenant = new SimulatedTenant();
    await tenant.sandbox.setScenario(tenantId, 'many-products');
    moves = new MemoryMoves();
    const { sandbox } = tenant;
    const needs = {
      moves,
      parts: new MemoryMoveParts(),
      orders: { get: async () => undefined },
      licences: sandbox.licences,
      clock: sandbox,
      now: () => tenant.realNow,
    };
    mover = new Mover(needs);
    moving = new Moving({ ...needs, wake: () => undefined });
  });

  async function everybody(): Promise<Map<string, DirectoryUser>> {
    const all = new Map<string, DirectoryUser>();
    let next: string | undefined;
    do {
      const page = await tenant.sandbox.licences.page(tenantId, {}, next);
      for (const user of page.users) all.set(user.id, user);
      next = page.next;
    } while (next !== undefined);
    return all;
  }

  async function run(id: string) {
    for (;;) {
      const move = await moving.get(tenantId, id);
      if (!isUnderWay(move)) return move;
      tenant.realNow = Temporal.Instant.from(move.nextCheckAt!);
      assert.equal(await mover.step(id), undefined);
    }
  }

  const [source, target] = [skus.appsForBusiness, skus.office365E3];
  const users = { kind: 'all' } as const;

  it('swaps one licence of each user, leaves all else as it is, and is taken back whole', async () => {
    const before = await everybody();
    const wish = { sourceSkuId: source, targetSkuId: target, users };
    const { id, planned } = await moving.plan(person, wish);
    assert.deepEqual(planned, { swap: 9 });
    assert.equal((await moving.start(person, id)).outcome, 'started');
    const move = await run(id);
    assert.deepEqual([move.state, move.tally.states], ['done', { confirmed: 9 }]);
    const after = await everybody();
    const skuIds = ({ assignments }: DirectoryUser) => assignments.map(({ skuId }) => skuId).sort();
    for (const user of before.values()) {
      const expected = skuIds(user).map((skuId) => (skuId === source ? target : skuId));
      assert.deepEqual(skuIds(after.get(user.id)!), expected.sort());
    }

    const back = await moving.undo(person, id);
    assert.deepEqual(back.planned, { swap: 9 });
    await moving.start(person, back.id);
    assert.equal((await run(back.id)).state, 'done');
    const sorted = (user: DirectoryUser) => ({
      ...user,
      assignments: user.assignments.toSorted((a, b) => a.skuId.localeCompare(b.skuId)),
    });
    const undone = await everybody();
    for (const user of before.values()) {
      assert.deepEqual(sorted(undone.get(user.id)!), sorted(user));
    }
    await assert.rejects(moving.undo(person, back.id), { code: 'move.not-now' });
  });

  it('says how many licences are missing', async () => {
    const wish = { sourceSkuId: skus.office365E1, targetSkuId: target, users };
    const { id } = await moving.plan(person, wish);
    const started = await moving.start(person, id);
    assert.deepEqual(started, { outcome: 'short', needed: 150, free: 16, short: 134 });
  });
});
