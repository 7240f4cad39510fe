import assert from 'node:assert/strict';
import { loadCatalog } from '../../../commerce/catalog/loadCatalog.ts';
import { loadPriceBook } from '../../../commerce/catalog/loadPriceBook.ts';
import { type Microsoft, openMicrosoft } from '../../../microsoft/connection.ts';
import { DirectSeller } from '../../../microsoft/direct/directSeller.ts';
import { currencyIn } from '../../../microsoft/direct/market.ts';
import { soldSubscription } from '../../../microsoft/direct/soldSubscriptions.ts';
import { companySubscriptionSchema } from '../../../microsoft/graph/reads.ts';
import { scenarios } from '../../../sandbox/scenarios/scenarioList.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';

const catalog = loadCatalog();
const priceBook = loadPriceBook();

describe('Microsoft as a seller without a partner', () => {
  let wire: WireMicrosoft;
  let microsoft: Microsoft;
  let seller: DirectSeller;
  before(async () => {
    wire = await WireMicrosoft.start();
    microsoft = openMicrosoft(wire.settings(), { ...hasty, request: 5_000, call: 10_000 });
    const { graph, directory } = microsoft;
    const now = () => Temporal.Instant.from('2026-11-23T12:00:00Z');
    seller = new DirectSeller({ graph, directory, catalog, priceBook, now });
  });
  afterEach(() => wire.mend());
  after(async () => {
    await microsoft.close();
    await wire.stop();
  });

  for (const { name } of scenarios) {
    it(`tells over HTTP what is owned, and of its contract nothing but a date: ${name}`, async () => {
      const tenantId = await wire.tenants.add(name);
      const known = await wire.tenants.sandbox.subscriptions(tenantId);
      assert.deepEqual(
        (await seller.subscriptions(tenantId)).map(
          ({ soldBy, trial, unfinishedServices, ...rest }) => ({
            ...rest,
            soldBy: soldBy === 'partner',
            trial,
            unfinishedServices,
          }),
        ),
        known.map(
          ({ id, skuId, quantity, renewsOn, soldBy, trial, unfinishedServices, status }) => ({
            id,
            skuId,
            status: status === 'suspended' ? 'disabled' : status,
            quantity,
            renewsOn,
            term: 'unknown',
            billing: 'unknown',
            prepaid: 'unknown',
            period: 'unknown',
            autoRenew: 'unknown',
            soldBy: soldBy === 'partner',
            trial,
            unfinishedServices,
          }),
        ),
      );
    });
  }

  it('offers what the catalogue has for such a customer, at list prices, to be confirmed', async () => {
    const tenantId = await wire.tenants.add();
    const [{ id } = { id: '' }] = await seller.subscriptions(tenantId);
    const { offers, refusals, tentative } = await seller.eligibility(tenantId, id);
    assert.deepEqual([refusals, tentative], [[], true]);
    const ids = offers.map(({ skuId }) => skuId);
    assert.ok(ids.includes(skus.businessPremium) && ids.includes(skus.microsoft365E3));
    assert.ok(!ids.includes(skus.businessStandard));
    for (const { skuId, purchaseTerms } of offers) {
      assert.deepEqual(
        [catalog.plan(skuId).kind, catalog.plan(skuId).segment],
        ['base', 'commercial'],
      );
      assert.ok(purchaseTerms.length > 0);
    }
    await assert.rejects(seller.eligibility(tenantId, 'another'), { code: 'subscription.unknown' });
  });

  it('knows nothing of how anything is paid', async () => {
    const tenantId = await wire.tenants.add();
    const { id, currency, ...rest } = await seller.billingAccount(tenantId);
    assert.deepEqual([id, currency], [tenantId, 'SEK']);
    assert.deepEqual([...new Set(Object.values(rest))], ['unknown']);
  });

  it('quotes nothing, orders nothing, and says where it is ordered', async () => {
    const { seePurchase, ...rest } = await seller.capabilities('t');
    assert.ok(seePurchase);
    assert.deepEqual(rest, { repeatsSafely: false, checksCredit: false });
    await assert.rejects(seller.quote(), { code: 'upstream.refused' });
    await assert.rejects(seller.place(), { code: 'upstream.refused' });
    await assert.rejects(seller.operation('t', 'o'), { code: 'operation.unknown' });
    assert.equal(wire.graph.calls.length, 0);
  });

  const own = '0c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a11';
  const owned = (rest: object) =>
    soldSubscription(
      companySubscriptionSchema.parse({ id: 'ONE', skuId: skus.businessStandard, ...rest }),
      own,
    );

  it('takes what Graph leaves out, or names anew, for unknown and never for nothing', () => {
    const { status, renewsOn, id, soldBy } = owned({ status: 'Suddenly' });
    assert.deepEqual([status, renewsOn, id, soldBy], ['unknown', 'unknown', 'one', undefined]);
  });

  it('knows who sold it by whose tenant that is, in either case of letters', () => {
    assert.equal(owned({ ownerTenantId: own.toUpperCase() }).soldBy, undefined);
    assert.equal(owned({ ownerTenantId: skus.businessStandard }).soldBy, 'partner');
  });

  it('does not take a service that waits for its administrator for one that is not set up', () => {
    const serviceStatus = [
      { servicePlanName: 'A', provisioningStatus: 'PendingActivation' },
      { servicePlanName: 'B', provisioningStatus: 'PendingProvisioning' },
      { servicePlanName: 'C', provisioningStatus: 'Disabled' },
      { servicePlanName: 'D', provisioningStatus: 'PendingInput' },
    ];
    assert.deepEqual(owned({ serviceStatus }).unfinishedServices, ['D']);
  });

  for (const [country, currency] of [
    ['SE', 'SEK'],
    ['DE', 'EUR'],
    ['US', 'USD'],
    ['unknown', 'USD'],
  ] as const) {
    it(`shows list prices where it is: ${country}`, () => {
      assert.equal(currencyIn(country), currency);
    });
  }
});
