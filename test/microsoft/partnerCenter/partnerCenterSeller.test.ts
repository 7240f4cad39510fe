import assert from 'node:assert/strict';
import type { SoldSubscription } from '../../../commerce/model/subscription.ts';
import type { Offer, Refusal } from '../../../commerce/ports/seller.ts';
import { PriceSheets } from '../../../microsoft/partnerCenter/prices/priceSheets.ts';
import { scenarios } from '../../../sandbox/scenarios/scenarioList.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { MemoryTenantState } from '../../support/tenant/memoryTenantState.ts';
import { priceSheetCsv } from '../wire/partnerCatalog.ts';
import { ownReasons } from '../wire/partnerResources.ts';
import { hasty } from '../wire/wireMicrosoft.ts';
import { PartnerBench } from './partnerBench.ts';

/** What no partner can see, or sees otherwise. */
const untold: readonly (keyof SoldSubscription)[] = [
  'soldBy',
  'period',
  'endOfSale',
  'unfinishedServices',
  'rampedDiscount',
  'turnedOff',
  'groups',
  'addOn',
  'scheduledChange',
  'trial',
];
const told = (all: readonly SoldSubscription[]) =>
  all.map((one) =>
    Object.fromEntries(
      Object.entries(one).filter(([name]) => !untold.includes(name as keyof SoldSubscription)),
    ),
  );

describe('the seller of a partner', () => {
  let bench: PartnerBench;
  before(async () => {
    bench = await PartnerBench.make({ ...hasty, request: 5_000, call: 10_000 });
  });
  afterEach(() => bench.wire.mend());
  after(() => bench.drop());

  for (const { name } of scenarios) {
    it(`tells over HTTP what is owned and offered: ${name}`, async () => {
      const tenantId = await bench.wire.tenants.addCustomer(name);
      const { seller } = bench;
      const { sandbox } = bench.wire.tenants;
      const owned = await seller.subscriptions(tenantId);
      const expected = await sandbox.subscriptions(tenantId);
      assert.deepEqual(told(owned), told(expected));
      for (const { id } of owned) {
        const { offers, refusals } = await seller.eligibility(tenantId, id);
        const really = await sandbox.eligibility(tenantId, id);
        const own = await ownReasons(sandbox, tenantId, id);
        const offered = own.length > 0 ? [] : really.offers;
        const skuIds = (all: readonly Offer[]) => all.map(({ skuId }) => skuId);
        const codes = (all: readonly Refusal[]) => all.map(({ code }) => code);
        assert.deepEqual(skuIds(offers), skuIds(offered));
        assert.deepEqual(codes(refusals), codes([...really.refusals, ...own]));
      }
    });
  }

  it('knows who pays, and says that it does not know how', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    const { soldTo, billedTo, currency } =
      await bench.wire.tenants.sandbox.billingAccount(tenantId);
    assert.deepEqual(await bench.seller.billingAccount(tenantId), {
      id: tenantId,
      agreement: 'CSP',
      segment: 'commercial',
      currency,
      soldTo,
      billedTo,
      paymentMethods: 'unknown',
      overdue: 'unknown',
    });
  });

  it('says what the running period has cost by the price of the day on which its term began', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    const [mine] = await bench.seller.subscriptions(tenantId);
    const [first] = await bench.wire.tenants.sandbox.subscriptions(tenantId);
    assert.notEqual(mine?.period, 'unknown');
    assert.deepEqual(
      { ...(mine?.period as object), charge: 0 },
      { ...(first?.period as object), charge: 0 },
    );
    const sheets = new PriceSheets(new MemoryTenantState());
    await sheets.import(
      priceSheetCsv({ market: 'SE', currency: 'SEK' }).replaceAll('2023-01-01', '2026-11-01'),
    );
    const [later] = await bench.another({ sheets }).subscriptions(tenantId);
    assert.equal(later?.period, 'unknown');
  });

  for (const [segment, scenario] of [
    ['nonprofit', 'government-or-nonprofit'],
    ['commercial', 'happy'],
  ] as const) {
    it(`knows of what kind an organization is: ${segment}`, async () => {
      const tenantId = await bench.wire.tenants.addCustomer(scenario);
      const { segment: found } = await bench.wire.tenants.sandbox.billingAccount(tenantId);
      assert.equal((await bench.seller.billingAccount(tenantId)).segment, found);
    });
  }

  it('quotes in a process that was asked nothing before what the simulated one quotes', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    const purchase = await bench.purchase(tenantId);
    const quote = await bench.another().quote(purchase);
    assert.equal(quote.creditCheck, false);
    assert.equal(quote.assumedPrice, false);
    const prices = await bench.wire.tenants.sandbox.priceBook(tenantId);
    const { amount = 0 } =
      prices.price({
        skuId: purchase.targetSkuId,
        ...{ term: 'P1Y', billing: 'monthly', currency: 'SEK', on: '2026-11-23' },
      } as const) ?? {};
    assert.equal(quote.perPeriod, amount * purchase.quantity);
  });

  it('adds the margin to what the partner pays', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    const purchase = await bench.purchase(tenantId);
    const recommended = await bench.another().quote(purchase);
    // The partner pays four fifths.
    const dearer = await bench.another({ margin: 5_000 }).quote(purchase);
    const share = dearer.perPeriod / recommended.perPeriod;
    assert.ok(Math.abs(share - 1.2) < 0.001, String(share));
  });

  it('offers what has no price without any terms, and quotes it to nobody', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    const sheets = new PriceSheets(new MemoryTenantState());
    await sheets.import(
      priceSheetCsv({ market: 'SE', currency: 'SEK', leaveOut: [skus.businessPremium] }),
    );
    const seller = bench.another({ sheets });
    const purchase = await bench.purchase(tenantId);
    const { offers } = await seller.eligibility(tenantId, purchase.subscriptionId);
    assert.deepEqual(offers.find(({ skuId }) => skuId === skus.businessPremium)?.purchaseTerms, []);
    await assert.rejects(seller.quote(purchase), { code: 'price.unknown' });
  });

  it('examines and quotes nothing where no prices were imported for the country', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    const seller = bench.another({ sheets: new PriceSheets(new MemoryTenantState()) });
    const purchase = await bench.purchase(tenantId);
    assert.equal((await seller.billingAccount(tenantId)).agreement, 'CSP');
    const [first] = await seller.subscriptions(tenantId);
    assert.equal(first?.period, 'unknown');
    const { offers } = await seller.eligibility(tenantId, purchase.subscriptionId);
    assert.ok(offers.length > 0 && offers.every(({ purchaseTerms }) => purchaseTerms.length === 0));
    await assert.rejects(seller.quote(purchase), { code: 'price.unknown' });
  });

  it('sells to the customers of the partner alone, and asks about a tenant once', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    const seller = bench.another();
    assert.equal(seller.isKnownToSellTo(tenantId), false);
    for (let turn = 0; turn < 2; turn += 1) {
      assert.equal(await seller.sellsTo(tenantId), true);
      assert.equal(await seller.sellsTo('1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed'), false);
    }
    assert.equal(seller.isKnownToSellTo(tenantId), true);
    // Who it is and of which kind, of each.
    assert.equal(bench.wire.partnerCenter.calls.length, 4);
  });

  it('asks for no more than it must, together, for a quote after an examination', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    bench.seller = bench.another();
    const purchase = await bench.purchase(tenantId);
    await bench.seller.eligibility(tenantId, purchase.subscriptionId);
    bench.wire.partnerCenter.calls.length = 0;
    await bench.seller.quote(purchase);
    const asked = bench.wire.partnerCenter.calls.map(({ path }) => path.split(/[/?]/).at(4) ?? '');
    assert.deepEqual(asked.toSorted(), ['subscriptions', 'subscriptions']);
  });

  it('knows a customer by who it is, also where its kind can not be told', async () => {
    bench.wire.partnerCenter.fail('403', { on: /qualifications/ });
    const tenantId = await bench.wire.tenants.addCustomer();
    const seller = bench.another();
    assert.equal(await seller.sellsTo(tenantId), true);
    await assert.rejects(seller.billingAccount(tenantId));
  });

  it('does not take a failure for a no', async () => {
    bench.wire.partnerCenter.fail('429 for an hour');
    const asked = bench.another().sellsTo(await bench.wire.tenants.addCustomer());
    await assert.rejects(asked, { code: 'upstream.throttled' });
  });

  it('can neither check credit nor take anything back', async () => {
    const { repeatsSafely, checksCredit, withdraw, findOperation } =
      await bench.seller.capabilities('t');
    assert.deepEqual([repeatsSafely, checksCredit, withdraw], [true, false, undefined]);
    assert.ok(findOperation);
  });

  it('asks which product something brings once, however many ask, also at the same time', async () => {
    const tenantId = await bench.wire.tenants.addCustomer();
    const seller = bench.another();
    const other = await bench.wire.tenants.addCustomer();
    await Promise.all([seller.subscriptions(tenantId), seller.subscriptions(other)]);
    await seller.subscriptions(tenantId);
    const asked = bench.wire.partnerCenter.calls.map(({ path }) => path);
    const products = asked.filter((path) => path.startsWith('/v1/products/'));
    assert.equal(products.length, new Set(products).size);
  });
});
