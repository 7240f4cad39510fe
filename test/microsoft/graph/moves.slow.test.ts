import assert from 'node:assert/strict';
import type { Move } from '../../../commerce/model/move/move.ts';
import { isUnderWay } from '../../../commerce/move/changeMove.ts';
import { type MovePerson, Moving } from '../../../commerce/move/moving.ts';
import { Mover } from '../../../commerce/move/working/mover.ts';
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';
import { type Microsoft, openMicrosoft } from '../../../microsoft/connection.ts';
import { permissionToMove } from '../../../microsoft/permissions.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { MemoryMoveParts, MemoryMoves } from '../../support/storage/memoryMoves.ts';
import { inOrder, movedUsers } from '../../support/tenant/movedUsers.ts';
import { planId, TriedLicences } from '../../support/tenant/triedLicences.ts';
import { patient, WireMicrosoft } from '../wire/wireMicrosoft.ts';
import { allRoles } from '../wire/wireTenants.ts';

const { businessStandard, businessPremium, office365E3, microsoft365E5 } = skus;

describe('A move of users over Graph', function () {
  this.timeout(300_000);
  let wire: WireMicrosoft;
  let microsoft: Microsoft;
  let tried: TriedLicences;
  let person: MovePerson;
  let mover: Mover;
  let moving: Moving;
  let before: DirectoryUser[];

  const begin = async (scenario: string, target: string, bought: number) => {
    const tenantId = await wire.tenants.add(scenario, [...allRoles, permissionToMove.name]);
    await wire.tenants.sandbox.buy(tenantId, target, bought);
    tried = new TriedLicences(microsoft.licences, tenantId);
    person = { tenantId, userId: 'user-1', name: 'Åsa Öberg', conversation: 'c' };
    const { tenants } = wire;
    const needs = {
      moves: new MemoryMoves(),
      parts: new MemoryMoveParts(),
      orders: { get: async () => undefined },
      licences: microsoft.licences,
      clock: tenants.sandbox,
      now: () => tenants.realNow,
    };
    mover = new Mover(needs);
    moving = new Moving({ ...needs, wake: () => undefined });
    before = await tried.all();
  };
  beforeEach(async () => {
    wire = await WireMicrosoft.start();
    microsoft = openMicrosoft(wire.settings(), patient);
  });
  afterEach(async () => {
    await microsoft.close();
    await wire.stop();
  });

  async function ended(id: string): Promise<Move> {
    for (;;) {
      const move = await moving.get(person.tenantId, id);
      if (!isUnderWay(move)) return move;
      const due = Temporal.Instant.from(move.nextCheckAt ?? assert.fail('never'));
      if (Temporal.Instant.compare(due, wire.tenants.realNow) > 0) wire.tenants.realNow = due;
      const error = await mover.step(id);
      if (error !== undefined) throw error;
    }
  }
  async function moved(sourceSkuId: string, targetSkuId: string): Promise<Move> {
    const wish = { sourceSkuId, targetSkuId, users: { kind: 'all' } } as const;
    let { id, state } = await moving.plan(person, wish);
    if (state === 'planning') ({ state } = await ended(id));
    assert.equal((await moving.start(person, id)).outcome, 'started');
    return ended(id);
  }

  /** Everybody as before, but for who has the target in place of the source, with these services off. */
  async function compare(
    plans: readonly [string, string],
    off: (user: DirectoryUser) => string[] | undefined,
  ): Promise<void> {
    assert.deepEqual(inOrder(await tried.all()), movedUsers(before, plans, off));
  }

  const plans = [businessStandard, businessPremium] as const;

  it('keeps turned off what was: 50 of 50 (R122)', async () => {
    await begin('customised-services', businessPremium, 100);
    const move = await moved(...plans);
    assert.deepEqual([move.state, move.tally.states], ['done', { confirmed: 100 }]);
    const sharePoint = planId(businessStandard, 'SHAREPOINTSTANDARD');
    let kept = 0;
    await compare(plans, ({ assignments }) => {
      const held = assignments.find(({ skuId }) => skuId === businessStandard);
      if (!held?.disabledPlans.includes(sharePoint)) return [];
      kept += 1;
      return [planId(businessPremium, 'SHAREPOINTSTANDARD')];
    });
    assert.equal(kept, 50);
  });

  it('leaves those whose licence a group gives as they are (R88)', async () => {
    await begin('group-licensing', businessPremium, 30);
    await moved(...plans);
    await compare(plans, ({ assignments }) =>
      assignments.some(({ group }) => group) ? undefined : [],
    );
  });

  it('is done for who was refused once that was mended (R49)', async () => {
    await begin('partial-failure', businessPremium, 58);
    const first = await moved(...plans);
    assert.equal(first.tally.states.confirmed, 46);
    const left = new Set(before.slice(-12).map(({ id }) => id));
    await compare(plans, ({ id }) => (left.has(id) ? undefined : []));
    await wire.tenants.sandbox.moveTime(person.tenantId, Temporal.Duration.from({ hours: 2 }));
    const again = await moved(...plans);
    assert.equal(again.tally.states.confirmed, 12);
    before = before.map((user) => ({ ...user, usageLocation: 'SE' }));
    await compare(plans, () => []);
  });

  it('of 10,000 users of whom every tenth call is throttled ends with everybody moved, once', async () => {
    await begin('big-tenant', microsoft365E5, 10_000);
    wire.graph.throttlesEvery = 10;
    // Reads wait in real time.
    wire.graph.throttledFor = 0;
    const move = await moved(office365E3, microsoft365E5);
    wire.graph.throttlesEvery = Number.POSITIVE_INFINITY;
    assert.deepEqual([move.state, move.tally.states], ['done', { confirmed: 10_000 }]);
    await compare([office365E3, microsoft365E5], () => []);
    const counted = await wire.tenants.sandbox.assignedLicences(person.tenantId);
    assert.deepEqual([counted.get(office365E3), counted.get(microsoft365E5)], [0, 10_000]);
  });
});
