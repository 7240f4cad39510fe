import assert from 'node:assert/strict';
import type { SoldSubscription } from '../../../commerce/model/subscription.ts';
import type { AwaitedPurchase, PurchaseStatus } from '../../../commerce/ports/seller.ts';
import { type OwnedNow, purchaseSeen } from '../../../microsoft/direct/purchaseSeen.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { unknownContract } from '../../support/cards/sampleData.ts';

const [old, target, other] = [skus.businessStandard, skus.businessPremium, skus.microsoft365E3];
const now = Temporal.Instant.from('2026-11-23T12:00:00Z');

const awaited: AwaitedPurchase = {
  subscriptionId: 'old',
  sourceSkuId: old,
  targetSkuId: target,
  before: {
    licences: { [old]: 25, [target]: 5 },
    subscriptions: ['old', 'had'],
    users: { old: 20, new: 3 },
  },
  unchangedSince: now.subtract({ minutes: 1 }).toString(),
};

const sub = (
  id: string,
  skuId: string,
  quantity: number,
  rest: Partial<SoldSubscription> = {},
) => ({
  ...unknownContract,
  ...{ id, skuId, quantity, status: 'active' as const, renewsOn: 'unknown' as const },
  ...rest,
});
const before = [sub('old', old, 25), sub('had', target, 5)];
const bought = [...before, sub('new', target, 25)];
const ended = [sub('old', old, 25, { status: 'canceled' }), ...bought.slice(1)];

const owned = (
  subscriptions: readonly SoldSubscription[],
  users: { old?: number; new?: number },
): OwnedNow => ({
  subscriptions,
  assigned: new Map([
    ...(users.old === undefined ? [] : [[old, users.old] as const]),
    ...(users.new === undefined ? [] : [[target, users.new] as const]),
  ]),
  isPlan: (skuId) => skuId === other,
  now,
  lagMinutes: 20,
});

const rows: [what: string, world: OwnedNow, stillMinutes: number, seen: Partial<PurchaseStatus>][] =
  [
    ['nothing has come', owned(before, { old: 20, new: 3 }), 1, { phase: 'awaitingPurchase' }],
    [
      'free licences of the plan were there before',
      owned(before, { old: 20, new: 4 }),
      1,
      { phase: 'awaitingPurchase' },
    ],
    [
      'the old subscription is gone, and nothing has come',
      owned([sub('had', target, 5)], { new: 3 }),
      9_999,
      { phase: 'awaitingPurchase' },
    ],
    [
      'another plan has come',
      owned([...before, sub('x', other, 7)], { old: 20, new: 3 }),
      1,
      { phase: 'awaitingPurchase', instead: { skuId: other, licences: 7 } },
    ],
    [
      'licences have come, which the users’ directory does not know yet',
      owned(bought, { old: 20 }),
      1,
      {
        phase: 'provisioning',
        bought: 25,
        newSubscriptionId: 'new',
        users: { moved: 0, total: 20, failures: [] },
      },
    ],
    [
      'a service of it is not set up',
      owned([...before, sub('new', target, 25, { unfinishedServices: ['X'] })], {
        old: 20,
        new: 3,
      }),
      1,
      { phase: 'provisioning' },
    ],
    ['it is set up', owned(bought, { old: 20, new: 3 }), 1, { phase: 'reassigning' }],
    [
      'fewer have come than there are users',
      owned([...before, sub('new', target, 4)], { old: 16, new: 7 }),
      1,
      { phase: 'reassigning', bought: 4, users: { moved: 4, total: 20, failures: [] } },
    ],
    [
      'some have lost the old plan and not got the new one',
      owned(bought, { old: 10, new: 5 }),
      1,
      { phase: 'reassigning', users: { moved: 2, total: 20, failures: [] } },
    ],
    [
      'the subscription that was there has grown',
      owned([sub('old', old, 25), sub('had', target, 30)], { old: 0, new: 23 }),
      1,
      { phase: 'cancellingOld', newSubscriptionId: 'had' },
    ],
    ['all are moved', owned(bought, { old: 0, new: 23 }), 1, { phase: 'cancellingOld' }],
    [
      'all are moved, and the old plan goes on',
      owned(bought, { old: 0, new: 23 }),
      25 * 60,
      { phase: 'completed', oldPlanGoesOn: true },
    ],
    [
      'all are moved and the old plan is gone',
      owned(bought.slice(1), { new: 23 }),
      1,
      { phase: 'completed' },
    ],
    [
      'all are moved and the old plan has ended',
      owned(ended, { old: 0, new: 23 }),
      1,
      { phase: 'completed' },
    ],
    [
      'the subscription itself has become the new plan',
      owned([sub('old', target, 25), sub('had', target, 5)], { new: 23 }),
      1,
      { phase: 'completed', newSubscriptionId: 'old' },
    ],
    [
      'users were moved to licences that were there, and the old plan has ended',
      owned([sub('had', target, 5)], { new: 23 }),
      1,
      { phase: 'completed' },
    ],
    [
      'the old plan has ended, and users may show as left',
      owned(ended, { old: 3, new: 20 }),
      19,
      { phase: 'reassigning' },
    ],
    [
      'the old plan has ended, and users have stayed',
      owned(ended, { old: 3, new: 20 }),
      20,
      { phase: 'completedWithUserErrors', users: { moved: 17, total: 20, failures: [] } },
    ],
    [
      'users stay on the old plan, which goes on',
      owned(bought, { old: 3, new: 20 }),
      24 * 60,
      { phase: 'completedWithUserErrors', oldPlanGoesOn: true },
    ],
  ];

describe('A purchase in the admin center', () => {
  for (const [what, world, still, seen] of rows) {
    it(`is ${seen.phase} when ${what}${still > 1 ? `, for ${still} minutes` : ''}`, () => {
      const unchangedSince = now.subtract({ minutes: still }).toString();
      assert.partialDeepStrictEqual(purchaseSeen({ ...awaited, unchangedSince }, world), seen);
    });
  }

  it('says that the old plan goes on only where it does', () => {
    const { oldPlanGoesOn } = purchaseSeen(awaited, owned(ended, { old: 0, new: 23 }));
    assert.equal(oldPlanGoesOn, undefined);
  });

  it('counts no users where nobody knew how many there were', () => {
    const { users: _, ...unknown } = awaited.before;
    const { phase, users } = purchaseSeen(
      { ...awaited, before: unknown },
      owned(bought, { old: 20, new: 3 }),
    );
    assert.deepEqual([phase, users], ['reassigning', undefined]);
  });
});
