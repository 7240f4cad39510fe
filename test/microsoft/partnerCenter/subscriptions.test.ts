import assert from 'node:assert/strict';
import { money } from '../../../commerce/model/money.ts';
import {
  soldSubscription,
  subscriptionsSchema,
} from '../../../microsoft/partnerCenter/subscriptions.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';

/** With the names and kinds of values that the documentation has. */
const documented = {
  id: 'A356AC8C-E310-44F4-BF85-C7F29044AF99',
  offerId: 'CFQ7TTC0LDPB:0001:CFQ7TTC0LGNT',
  offerName: 'Microsoft 365 Business Standard',
  friendlyName: 'ours',
  productType: { id: 'OnlineServicesNCE', displayName: 'OnlineServicesNCE' },
  quantity: 25,
  unitType: 'Licenses',
  hasPurchasableAddons: false,
  creationDate: '2026-07-14T08:30:00Z',
  effectiveStartDate: '2026-07-14T00:00:00Z',
  commitmentEndDate: '2027-07-13T00:00:00Z',
  status: 'active',
  autoRenewEnabled: true,
  isTrial: false,
  billingType: 'license',
  billingCycle: 'monthly',
  termDuration: 'P1Y',
  actions: ['Edit', 'Cancel'],
  contractType: 'subscription',
  orderId: 'order',
  attributes: { etag: 'etag', objectType: 'Subscription' },
};

const seen = (rest: object = {}) => {
  const [item] = subscriptionsSchema.parse({ items: [{ ...documented, ...rest }] }).items;
  assert.ok(item);
  return soldSubscription(item, {
    skuId: skus.businessStandard,
    today: '2026-11-23',
    currency: 'SEK',
    prices: {
      price: ({ on }) => ({ amount: 13_965, validFrom: on, assumed: false }),
    },
  });
};

describe('a subscription of Partner Center', () => {
  it('is read as the documentation shows it', () => {
    assert.deepEqual(seen(), {
      soldBy: 'thisPartner',
      id: documented.id.toLowerCase(),
      skuId: skus.businessStandard,
      status: 'active',
      quantity: 25,
      term: 'P1Y',
      billing: 'monthly',
      prepaid: false,
      period: { start: '2026-11-14', end: '2026-12-14', charge: money(349_125, 'SEK') },
      renewsOn: '2027-07-14',
      autoRenew: true,
    });
  });

  for (const [what, rest, expected] of [
    [
      'a trial, which costs nothing',
      { isTrial: true },
      { trial: true, period: { charge: money(0, 'SEK') } },
    ],
    ['a product key', { contractType: 'productKey' }, { soldBy: 'productKey' }],
    [
      'an add-on of another',
      { parentSubscriptionId: 'base' },
      { addOn: { to: 'base', kind: 'attached' } },
    ],
    [
      'one that is to become another product',
      { scheduledNextTermInstructions: { product: { productId: 'CFQ7TTC0LCHC', skuId: '0002' } } },
      { scheduledChange: { on: '2027-07-14', by: 'representative' } },
    ],
    [
      'one that ends',
      { status: 'Suspended', autoRenewEnabled: false },
      { status: 'suspended', autoRenew: false },
    ],
    ['a status that is new', { status: 'hibernating' }, { status: 'unknown' }],
    ['one paid at once', { billingCycle: 'Annual' }, { billing: 'annual', prepaid: true }],
    ['half a licence, as usage has it', { quantity: 2.5 }, { quantity: 2 }],
  ] as const) {
    it(`may be ${what}`, () => {
      assert.partialDeepStrictEqual(seen(rest), expected);
    });
  }

  it('is not said to change when its next term brings the same product', () => {
    const product = { productId: 'CFQ7TTC0LDPB', skuId: '0001' };
    assert.equal(seen({ scheduledNextTermInstructions: { product } }).scheduledChange, undefined);
  });

  for (const [what, rest, gaps] of [
    ['a term that is new', { termDuration: 'P5Y' }, ['term', 'prepaid', 'period', 'renewsOn']],
    [
      'a cycle that is new',
      { billingCycle: 'weekly' },
      ['billing', 'prepaid', 'period', 'renewsOn'],
    ],
    ['no end', { commitmentEndDate: null }, ['prepaid', 'period', 'renewsOn']],
    ['nothing of its renewal', { autoRenewEnabled: undefined }, ['autoRenew']],
  ] as const) {
    it(`says what it does not know of: ${what}`, () => {
      const unknown = Object.entries(seen(rest)).filter(([, value]) => value === 'unknown');
      assert.deepEqual(unknown.map(([name]) => name).toSorted(), gaps.toSorted());
    });
  }

  it('does not know what a period has cost that no price sheet tells of', () => {
    const [item] = subscriptionsSchema.parse({ items: [documented] }).items;
    const facts = { skuId: skus.businessStandard, today: '2026-11-23', currency: 'SEK' } as const;
    const sold = item && soldSubscription(item, { ...facts, prices: { price: () => undefined } });
    assert.equal(sold?.period, 'unknown');
  });
});
