import assert from 'node:assert/strict';
import type { Order } from '../../../../commerce/model/order.ts';
import { awaitedIn } from '../../../../commerce/order/purchase/seenPurchase.ts';
import { anOrder } from '../../../support/storage/samples.ts';

const { targetSkuId } = anOrder();
const purchase = {
  until: '2026-03-08T09:00:00Z',
  before: { licences: { [targetSkuId]: 5 }, subscriptions: [] },
  listPrice: 100,
};

/** One that has seen so many licences come at that time. */
const other = (bought: number, at: string, given: Partial<Order> = {}): Order =>
  anOrder({
    id: 'UPG-00000002',
    subscriptionId: 'subscription-2',
    state: 'reassigning',
    purchase: { ...purchase, bought },
    audit: [
      { at: '2026-02-01T09:00:00Z', by: 'user-1', event: 'begun', to: 'awaitingPurchase' },
      { at, by: 'system', event: 'seen', from: 'awaitingPurchase', to: 'reassigning' },
    ],
    ...given,
  });

describe('Licences that have come', () => {
  const mine = anOrder({ state: 'awaitingPurchase', purchase });
  const { placedAt } = mine;
  const later = '2026-03-01T10:00:00Z';
  const rows: [what: string, others: Order[], before: number][] = [
    ['nobody else has seen', [], 5],
    ['another order has taken since this one began', [other(25, later)], 30],
    ['another order took as this one began', [other(25, placedAt)], 30],
    ['another order took before, as is remembered', [other(25, '2026-03-01T08:59:59Z')], 5],
    [
      'another order has taken of another plan',
      [other(25, later, { targetSkuId: mine.sourceSkuId })],
      5,
    ],
    ['this very order has taken', [other(25, later, { id: mine.id })], 5],
  ];
  for (const [what, others, before] of rows) {
    it(`are one order's alone: ${what}`, () => {
      const awaited = awaitedIn(mine, purchase, others);
      assert.equal(awaited.before.licences[targetSkuId], before);
    });
  }
});
