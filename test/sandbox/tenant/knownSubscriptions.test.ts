import assert from 'node:assert/strict';
import { deepFreeze } from '../../../commerce/base/deepFreeze.ts';
import { loadPriceBook } from '../../../commerce/catalog/loadPriceBook.ts';
import { KnownSubscriptions } from '../../../sandbox/tenant/knownSubscriptions.ts';
import type { Owned } from '../../../sandbox/tenant/owned.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import type { TenantNow } from '../../../sandbox/tenant/tenantNow.ts';

const prices = loadPriceBook();
const product: Owned = {
  id: 's',
  skuId: skus.businessStandard,
  status: 'active',
  quantity: 25,
  assigned: 22,
  term: 'P1Y',
  billing: 'monthly',
  autoRenew: true,
  termStart: '2026-07-16',
  chargedFrom: '2026-07-16',
  refusals: [],
};
const on = (today: string, owned: Owned, currency = 'SEK') =>
  ({ today, owned: [owned], account: { currency } }) as unknown as TenantNow;

describe('The subscriptions of a simulated tenant', () => {
  it('are the same ones all day, and others on the next', () => {
    const known = new KnownSubscriptions();
    const owned = deepFreeze({ ...product });
    const [first] = known.of(on('2026-11-25', owned), prices);
    assert.equal(known.of(on('2026-11-25', owned), prices)[0], first);
    const [later] = known.of(on('2026-12-25', owned), prices);
    assert.notEqual(later?.period.start, first?.period.start);
  });

  it('are told anew in another currency and at other prices', () => {
    const known = new KnownSubscriptions();
    const owned = deepFreeze({ ...product });
    const [kronor] = known.of(on('2026-11-25', owned), prices);
    const [dollars] = known.of(on('2026-11-25', owned, 'USD'), prices);
    assert.notDeepEqual(dollars?.period.charge, kronor?.period.charge);
    const dear = { price: () => ({ amount: 1, validFrom: '2026-01-01', assumed: false }) };
    const [other] = known.of(on('2026-11-25', owned), dear);
    assert.equal(other?.period.charge.amount, 25);
  });

  it('follow a product that can still be changed', () => {
    const known = new KnownSubscriptions();
    const owned = { ...product };
    known.of(on('2026-11-25', owned), prices);
    owned.quantity = 30;
    assert.equal(known.of(on('2026-11-25', owned), prices)[0]?.quantity, 30);
  });
});
