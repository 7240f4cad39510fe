import assert from 'node:assert/strict';
import { endSeen, hasArrived, haveMoved, look } from '../../../commerce/manualChange/look.ts';
import type { ManualChange } from '../../../commerce/manualChange/manualChange.ts';
import type { Subscription } from '../../../commerce/model/subscription.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { aChange, owns } from './changes.ts';

const f3 = { skuId: skus.office365F3, quantity: 22, assigned: 0 };
const same = { skuId: skus.businessStandard };
const merge = {
  targetSkuId: skus.businessStandard,
  keptSubscriptionId: 'sub-1',
  subscriptionId: 'sub-2',
};

/** What is owned, and whether the new plan is there and everybody on it. */
const cases: Record<
  string,
  {
    change?: Partial<ManualChange>;
    owned: Partial<Subscription>[];
    arrived: boolean;
    moved: boolean;
    end?: string;
  }
> = {
  'nothing is bought': { owned: [{}], arrived: false, moved: false },
  'bought, for all': { owned: [{}, f3], arrived: true, moved: false },
  'bought, one too few': { owned: [{}, { ...f3, quantity: 21 }], arrived: false, moved: false },
  'bought, enough for some': {
    change: { users: 12 },
    owned: [{}, { ...f3, quantity: 12 }],
    arrived: true,
    moved: false,
  },
  'bought, but others have them': {
    change: { users: 12, before: { source: 22, target: 5, quantity: 25 } },
    owned: [{}, { ...f3, quantity: 16, assigned: 5 }],
    arrived: false,
    moved: false,
  },
  'listed, not active': {
    owned: [{}, { ...f3, status: 'suspended' }],
    arrived: false,
    moved: false,
  },
  'active, not set up': {
    owned: [{}, { ...f3, unfinishedServices: ['Exchange'] }],
    arrived: false,
    moved: false,
  },
  'everybody moved': {
    owned: [{ assigned: 0 }, { ...f3, assigned: 22 }],
    arrived: true,
    moved: true,
  },
  'some moved, as many as meant': {
    change: { users: 12 },
    owned: [{ assigned: 10 }, { ...f3, quantity: 12, assigned: 12 }],
    arrived: true,
    moved: true,
  },
  'some lost the old plan and have no new one': {
    change: { users: 12 },
    owned: [{ assigned: 10 }, { ...f3, assigned: 11 }],
    arrived: true,
    moved: false,
  },
  'nobody tells who has what': {
    owned: [{ assigned: 'unknown' }, { ...f3, assigned: 'unknown' }],
    arrived: true,
    moved: false,
  },
  'the old one is canceled': {
    owned: [
      { assigned: 0, status: 'canceled' },
      { ...f3, assigned: 22 },
    ],
    arrived: true,
    moved: true,
    end: 'gone',
  },
  'the old one runs out': {
    owned: [
      { assigned: 0, autoRenew: false },
      { ...f3, assigned: 22 },
    ],
    arrived: true,
    moved: true,
    end: 'runsOut',
  },
  'the old one is smaller': {
    change: { users: 12 },
    owned: [
      { assigned: 10, quantity: 13 },
      { ...f3, assigned: 12 },
    ],
    arrived: true,
    moved: true,
    end: 'smaller',
  },
  'two of one product, with room in the one that stays': {
    change: merge,
    owned: [
      { ...same, quantity: 40, assigned: 38 },
      { ...same, quantity: 10, assigned: 38 },
    ],
    arrived: true,
    moved: false,
    end: 'smaller',
  },
  'two of one product, without room': {
    change: merge,
    owned: [
      { ...same, quantity: 30, assigned: 38 },
      { ...same, quantity: 25, assigned: 38 },
    ],
    arrived: false,
    moved: false,
  },
};

describe('What is read of a change by hand', () => {
  for (const [name, { change: rest, owned, arrived, moved, end }] of Object.entries(cases)) {
    it(`when ${name}`, () => {
      const change = aChange(rest);
      const seen = look(change, owns(...owned));
      assert.deepEqual(
        [hasArrived(seen), haveMoved(change, seen), endSeen(change, seen)],
        [arrived, moved, end],
      );
    });
  }
});
