import assert from 'node:assert/strict';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import pricesJson from '../../../commerce/catalog/data/prices.json' with { type: 'json' };
import { featureIds } from '../../../commerce/catalog/features.ts';
import { loadCatalog, readCatalog } from '../../../commerce/catalog/loadCatalog.ts';
import { loadPriceBook } from '../../../commerce/catalog/loadPriceBook.ts';
import { currencySchema } from '../../../commerce/model/money.ts';
import { dataServiceSchema, planSchema } from '../../../commerce/model/plan.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { upgradePaths } from '../../../sandbox/offers/upgradePaths.ts';
import { sku } from './skus.ts';

const catalog = loadCatalog();
const commercialBase = catalog.plans.filter(
  ({ kind, segment }) => kind === 'base' && segment === 'commercial',
);

describe('the catalogue', () => {
  it('holds the commercial base plans and their add-ons, and base plans of every segment', () => {
    assert.ok(commercialBase.length >= 60, `${commercialBase.length} commercial base plans`);
    assert.ok(catalog.plans.filter(({ kind }) => kind === 'addon').length >= 100);
    for (const plan of catalog.plans) assert.deepEqual(planSchema.parse(plan), plan);
    assert.deepEqual(
      new Set(catalog.plans.map(({ segment }) => segment)),
      new Set(['commercial', 'government', 'education', 'nonprofit']),
    );
  });

  it('has no mailbox plan without its mailbox: the table forgets one', () => {
    const suites = commercialBase.filter(({ name }) => / E[35]\b/.test(name));
    assert.ok(suites.length >= 20);
    for (const { name, ranks } of suites) assert.equal(ranks.EXCHANGE_MAILBOX, 4, name);
  });

  it('has no product twice', () => {
    assert.equal(new Set(catalog.plans.map(({ skuId }) => skuId)).size, catalog.plans.length);
  });

  it('finds a plan by its SKU id in any case, and refuses an unknown one', () => {
    assert.equal(catalog.plan(sku.m365E3.toUpperCase()).name, 'Microsoft 365 E3');
    assert.equal(catalog.find('00000000-0000-0000-0000-000000000000'), undefined);
    assert.throws(
      () => catalog.plan('00000000-0000-0000-0000-000000000000'),
      (error) => error instanceof UpgraderaError && error.code === 'plan.unknown',
    );
  });

  it('tells products that bear the same name apart', () => {
    const f1 = catalog.plans.filter(({ name }) => name === 'Microsoft 365 F1');
    assert.equal(f1.length, 2);
    assert.deepEqual(
      f1.map(({ ranks }) => ranks.EXCHANGE_MAILBOX),
      [0, 1],
    );
  });

  it('caps all Business plans, and no other, at 300 seats', () => {
    for (const { name, family, seatCap } of catalog.plans) {
      assert.equal(seatCap, family === 'business' ? 300 : undefined, name);
    }
  });

  it('ranks the data services of the plans that the rules name', () => {
    const cases: [string, number[]][] = [
      [sku.appsBusiness, [0, 0, 2, 0, 0]],
      [sku.businessBasic, [3, 0, 2, 2, 1]],
      [sku.businessPremium, [3, 1, 2, 2, 1]],
      [sku.businessPremiumNoTeams, [3, 1, 2, 2, 0]],
      [sku.o365E1, [3, 0, 2, 2, 1]],
      [sku.m365E3, [4, 1, 3, 3, 1]],
      [sku.m365F3, [1, 0, 1, 1, 1]],
      [sku.o365G3, [4, 1, 3, 3, 1]],
    ];
    for (const [skuId, ranks] of cases) {
      const plan = catalog.plan(skuId);
      assert.deepEqual(
        dataServiceSchema.options.map((service) => plan.ranks[service]),
        ranks,
        plan.name,
      );
    }
  });

  it('knows features that the product table forgets', () => {
    assert.ok(catalog.plan(sku.businessBasic).features.includes('bookings'));
  });

  for (const locale of locales) {
    it(`has a name for every feature and data service in ${locale}`, () => {
      const { has } = localiser(locale);
      const keys = [
        ...featureIds.map((id) => `features.${id}`),
        ...dataServiceSchema.options.map((service) => `services.${service}`),
      ];
      assert.deepEqual(
        keys.filter((key) => !has(key)),
        [],
      );
    });
  }

  it('has a plan for every feature', () => {
    const used = new Set(catalog.plans.flatMap(({ features }) => features));
    assert.deepEqual(
      featureIds.filter((id) => !used.has(id)),
      [],
    );
  });

  it('has a price in every currency, now and before, for all that the simulated channel offers', () => {
    const book = loadPriceBook();
    const offered = new Set(Object.values(upgradePaths).flat());
    assert.ok(offered.size >= 10);
    for (const skuId of offered) {
      for (const currency of currencySchema.options) {
        for (const on of ['2026-06-30', '2026-07-01']) {
          const price = book.price({ skuId, currency, term: 'P1Y', billing: 'annual', on });
          assert.ok(price && price.amount > 0, `${catalog.plan(skuId).name} ${currency} ${on}`);
        }
      }
    }
  });

  it('has all that the price book prices', () => {
    const unknown = pricesJson.prices.filter(({ skuId }) => !catalog.find(skuId));
    assert.deepEqual(unknown, []);
  });

  const row = {
    skuId: sku.o365E1,
    stringId: 'STANDARDPACK',
    name: 'Office 365 E1',
    family: 'office',
    segment: 'commercial',
    kind: 'base',
    servicePlans: ['TEAMS1'],
  };
  const file = {
    asOf: '2026-08-21',
    servicePlans: { TEAMS1: '57ff2da0-773e-42df-b2af-ffb7a2317929' },
    plans: [row],
  };
  const damaged: [string, unknown][] = [
    ['a product that is listed twice', { ...file, plans: [row, row] }],
    ['a service plan without id', { ...file, servicePlans: {} }],
    ['a product without service plans', { ...file, plans: [{ ...row, servicePlans: [] }] }],
    ['no plans', { ...file, plans: [] }],
  ];
  for (const [what, data] of damaged) {
    it(`refuses data with ${what}`, () => {
      assert.equal(readCatalog(file).plans.length, 1);
      assert.throws(
        () => readCatalog(data),
        (error) => error instanceof UpgraderaError && error.code === 'storage.damaged',
      );
    });
  }
});
