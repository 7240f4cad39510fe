import assert from 'node:assert/strict';
import { diagnose } from '../../../commerce/diagnosis/diagnose.ts';
import { type FactSources, gatherFacts } from '../../../commerce/diagnosis/gatherFacts.ts';
import { scenarios } from '../../../commerce/sandbox/scenarios.ts';
import { skus } from '../../../commerce/sandbox/skus.ts';
import { upgradePaths } from '../../../commerce/sandbox/upgradePaths.ts';
import { catalog, SimulatedTenant, tenantId, userId } from '../../support/simulatedTenant.ts';

/** Reasons on the first day, and two hours later. */
const expected: Record<string, [firstDay: string[], later: string[]]> = {
  happy: [[], []],
  'many-products': [[], []],
  'credit-check': [[], []],
  'credit-declined': [[], []],
  'slow-upgrade': [[], []],
  'big-tenant': [[], []],
  'license-conflict': [['LICENSE_CONFLICT'], []],
  'unpaid-balance': [['UNPAID_BALANCE'], []],
  'not-active': [['NOT_ACTIVE'], []],
  'seat-cap': [['SEAT_CAP'], ['SEAT_CAP']],
  'no-supported-target': [['NO_SUPPORTED_TARGET'], ['NO_SUPPORTED_TARGET']],
  'unknown-reason': [['UNKNOWN_REASON'], ['UNKNOWN_REASON']],
  'insufficient-role': [['INSUFFICIENT_ROLE'], ['INSUFFICIENT_ROLE']],
};

async function diagnosed(tenant: SimulatedTenant): Promise<string[]> {
  const { sandbox } = tenant;
  const orders = { listByTenant: async () => [] } as unknown as FactSources['orders'];
  const sources = { commerce: sandbox, directory: sandbox, clock: sandbox, catalog, orders };
  const { id } = await tenant.first();
  const facts = await gatherFacts(sources, tenantId, userId, id);
  return diagnose(facts).map(({ code }) => code);
}

describe('Scenarios', () => {
  it('are exactly those that are listed here', () => {
    assert.deepEqual(new SimulatedTenant().sandbox.scenarios(), Object.keys(expected));
  });

  for (const [name, [firstDay, later]] of Object.entries(expected)) {
    it(`${name}: [${firstDay}] on the first day, [${later}] two hours later`, async () => {
      const tenant = new SimulatedTenant();
      await tenant.sandbox.setScenario(tenantId, name);
      assert.deepEqual(await diagnosed(tenant), firstDay);
      await tenant.sandbox.moveTime(tenantId, Temporal.Duration.from('PT1H59M'));
      assert.deepEqual(await diagnosed(tenant), firstDay);
      await tenant.sandbox.moveTime(tenantId, Temporal.Duration.from('PT1M'));
      assert.deepEqual(await diagnosed(tenant), later);
    });
  }

  it('insufficient-role is fixed by the role of a global admin', async () => {
    const tenant = new SimulatedTenant();
    await tenant.sandbox.setScenario(tenantId, 'insufficient-role');
    await tenant.sandbox.setRole(tenantId, userId, 'global-admin');
    assert.deepEqual(await diagnosed(tenant), []);
  });

  it('not-active: renewed, it runs in a term of today', async () => {
    const tenant = new SimulatedTenant();
    await tenant.sandbox.setScenario(tenantId, 'not-active');
    assert.equal((await tenant.first()).status, 'expired');
    await tenant.sandbox.moveTime(tenantId, Temporal.Duration.from('PT2H'));
    const { status, period, renewsOn } = await tenant.first();
    assert.equal(status, 'active');
    assert.ok(period.start <= '2026-11-23' && period.end > '2026-11-23');
    assert.ok(renewsOn > '2026-11-23');
  });

  it('happy has one product, with 25 licences of which 22 are assigned', async () => {
    const subscriptions = await new SimulatedTenant().sandbox.subscriptions(tenantId);
    const [{ skuId, quantity, assigned }] = subscriptions as [(typeof subscriptions)[number]];
    assert.deepEqual(
      [subscriptions.length, skuId, quantity, assigned],
      [1, skus.businessStandard, 25, 22],
    );
  });

  it('many-products has at least twelve products, no two alike', () => {
    const many = scenarios.find(({ name }) => name === 'many-products');
    const skuIds = many?.products.map(({ skuId }) => skuId) ?? [];
    assert.ok(skuIds.length >= 12);
    assert.equal(new Set(skuIds).size, skuIds.length);
  });

  it('big-tenant has ten thousand users', () => {
    const big = scenarios.find(({ name }) => name === 'big-tenant');
    assert.equal(big?.products[0].assigned, 10_000);
  });

  for (const { name, products } of scenarios) {
    it(`${name} owns what the catalogue and the price book know, on any day of the next year`, async () => {
      const tenant = new SimulatedTenant();
      await tenant.sandbox.setScenario(tenantId, name);
      for (const months of [0, 1, 6, 12]) {
        tenant.realNow = tenant.realNow.add({ hours: months * 30 * 24 });
        const subscriptions = await tenant.sandbox.subscriptions(tenantId);
        assert.equal(subscriptions.length, products.length);
        for (const { skuId, period } of subscriptions) {
          assert.ok(catalog.find(skuId), skuId);
          assert.ok(period.charge.amount > 0, skuId);
          assert.ok(period.start < period.end, skuId);
        }
      }
    });
  }

  it('offer only products that the catalogue knows', () => {
    for (const skuId of Object.entries(upgradePaths).flat(2)) assert.ok(catalog.find(skuId), skuId);
  });
});
