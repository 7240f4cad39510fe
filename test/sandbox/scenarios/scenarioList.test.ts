import assert from 'node:assert/strict';
import { reasonSentence, reasonSteps, reasonWho, writeOut } from '../../../cards/kit/wording.ts';
import { diagnose } from '../../../commerce/diagnosis/diagnose.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import { type FactSources, gatherFacts } from '../../../commerce/diagnosis/gatherFacts.ts';
import { reasonCodes } from '../../../commerce/diagnosis/reason.ts';
import { warnings } from '../../../commerce/diagnosis/warnings.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { upgradePaths } from '../../../sandbox/offers/upgradePaths.ts';
import { scenarios } from '../../../sandbox/scenarios/scenarioList.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { MemoryFirstAttempts } from '../../support/tenant/memoryFirstAttempts.ts';
import {
  catalog,
  SimulatedTenant,
  tenantId,
  userId,
} from '../../support/tenant/simulatedTenant.ts';

/** Reasons that don't wait, but of which a day is known or which may pass. */
const datedLater = new Set(['PREPAID', 'UNKNOWN_REASON']);

interface Course {
  /** Reasons on the first day, in order. */
  first?: string[];
  /** Reasons when what can be mended is; none of them when absent. */
  later?: string[];
  /** Hours until then; two when absent. */
  after?: number;
  warnings?: string[];
}

const lasting = (code: string): Course => ({ first: [code], later: [code] });

const expected: Record<string, Course> = {
  happy: {},
  'many-products': { warnings: ['SECOND_PLAN'] },
  'credit-check': {},
  'credit-declined': {},
  'slow-upgrade': {},
  'partial-failure': {},
  'group-licensing': { warnings: ['GROUP_LICENSES'] },
  'customised-services': { warnings: ['SERVICES_TURNED_ON'] },
  'big-tenant': {},
  'prepaid-forfeit': {},
  'example-postpaid': {},
  'example-prepaid': {},
  'example-forfeit': {},
  'price-change': {},
  'mixed-reasons': {
    first: ['LICENSE_CONFLICT', 'UNPAID_BALANCE', 'SERVICE_INCIDENT', 'NOT_ELIGIBLE', 'ADD_ON'],
    later: ['NOT_ELIGIBLE', 'ADD_ON'],
    warnings: ['SECOND_PLAN'],
  },
  'license-conflict': { first: ['LICENSE_CONFLICT'] },
  'unpaid-balance': { first: ['UNPAID_BALANCE'] },
  'add-on': {
    first: ['ADD_ON'],
    warnings: ['ADD_ONS_INCLUDED', 'ADD_ONS_CARRIED', 'ADD_ONS_SEPARATE'],
  },
  'duplicate-product': { first: ['DUPLICATE_PRODUCT'] },
  'not-active': { first: ['NOT_ACTIVE'] },
  trial: { first: ['TRIAL'] },
  'credit-check-pending': { first: ['CREDIT_CHECK_PENDING'], after: 20 },
  'upgrade-in-progress': { first: ['UPGRADE_IN_PROGRESS'], after: 1 },
  'service-incident': { first: ['SERVICE_INCIDENT'] },
  'not-provisioned': { first: ['NOT_PROVISIONED'] },
  'high-volume': { first: ['HIGH_VOLUME'], after: 1 },
  'scheduled-change': { first: ['SCHEDULED_CHANGE'], after: 6 * 24 },
  prepaid: lasting('PREPAID'),
  'government-or-nonprofit': lasting('GOVERNMENT_OR_NONPROFIT'),
  'product-key': lasting('PRODUCT_KEY'),
  'end-of-sale': lasting('END_OF_SALE'),
  'too-many-assigned': lasting('TOO_MANY_ASSIGNED'),
  'seat-cap': lasting('SEAT_CAP'),
  'no-supported-target': lasting('NO_SUPPORTED_TARGET'),
  'not-eligible': lasting('NOT_ELIGIBLE'),
  'partner-managed': lasting('PARTNER_MANAGED'),
  'legacy-plan': lasting('LEGACY_PLAN'),
  'unknown-reason': lasting('UNKNOWN_REASON'),
  'insufficient-role': lasting('INSUFFICIENT_ROLE'),
};

async function factsOf(tenant: SimulatedTenant): Promise<Facts> {
  const { sandbox } = tenant;
  const orders = { listByTenant: async () => [] } as unknown as FactSources['orders'];
  const ports = { seller: sandbox, directory: sandbox, clock: sandbox };
  const sources = { ...ports, catalog, orders, firstAttempts: new MemoryFirstAttempts() };
  const { id } = await tenant.first();
  return gatherFacts(sources, tenantId, userId, id);
}

async function diagnosed(tenant: SimulatedTenant): Promise<string[]> {
  return diagnose(await factsOf(tenant)).map(({ code }) => code);
}

describe('Scenarios', () => {
  it('are exactly those that are listed here', () => {
    assert.deepEqual(new SimulatedTenant().sandbox.scenarios(), Object.keys(expected));
  });

  it('have one for each reason, named like it', () => {
    for (const code of reasonCodes) {
      const name = code.toLowerCase().replaceAll('_', '-');
      assert.deepEqual(expected[name]?.first, [code], name);
    }
  });

  for (const [name, { first = [], later = [], after = 2, warnings: told = [] }] of Object.entries(
    expected,
  )) {
    it(`${name}: [${first}] on the first day, [${later}] ${after} hours later`, async () => {
      const tenant = new SimulatedTenant();
      await tenant.sandbox.setScenario(tenantId, name);
      const facts = await factsOf(tenant);
      assert.deepEqual(
        diagnose(facts).map(({ code }) => code),
        first,
      );
      assert.deepEqual(
        warnings(facts).map(({ code }) => code),
        told,
      );
      const almost = Temporal.Duration.from({ minutes: after * 60 - 1 });
      await tenant.sandbox.moveTime(tenantId, almost);
      assert.deepEqual(await diagnosed(tenant), first);
      await tenant.sandbox.moveTime(tenantId, Temporal.Duration.from('PT1M'));
      assert.deepEqual(await diagnosed(tenant), later);
    });

    for (const locale of locales) {
      it(`${name}: says in ${locale} what it is, why, what to do, who, and offers a way on`, async () => {
        const tenant = new SimulatedTenant();
        await tenant.sandbox.setScenario(tenantId, name);
        const l = localiser(locale);
        const { account, ...facts } = await factsOf(tenant);
        for (const reason of diagnose({ account, ...facts })) {
          const { code, link = '', recheckAt } = reason;
          const sentences = [
            reasonSentence(reason, 'title', l),
            reasonSentence(reason, 'cause', l),
            ...reasonSteps(reason, l),
            reasonWho(reason, account.agreement, l),
          ];
          for (const sentence of sentences) {
            assert.ok(sentence.length > 10, `${code}: ${sentence}`);
            assert.doesNotMatch(sentence, /\{\{|undefined|NaN|reasons\./, code);
          }
          assert.match(link, /^https:\/\/admin\.microsoft\.com\//, code);
          assert.equal(recheckAt === undefined, reason.group !== 'wait' && !datedLater.has(code));
          if (recheckAt) assert.ok(Temporal.Instant.compare(recheckAt, facts.now) > 0, code);
        }
        for (const { code, values } of warnings({ account, ...facts })) {
          const sentence = l.t(`reasons.warnings.${code}`, writeOut(values, l));
          assert.doesNotMatch(sentence, /\{\{|undefined|NaN/, code);
        }
      });
    }
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
    const subscriptions = await new SimulatedTenant().subscriptions();
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

  for (const { name, products, repairs } of scenarios) {
    it(`${name} owns what the catalogue and the price book know, on any day of the next year`, async () => {
      const tenant = new SimulatedTenant();
      await tenant.sandbox.setScenario(tenantId, name);
      for (const months of [0, 1, 6, 12]) {
        tenant.realNow = tenant.realNow.add({ hours: months * 30 * 24 });
        const subscriptions = await tenant.sandbox.subscriptions(tenantId);
        const gone = months === 0 ? 0 : (repairs?.gone?.length ?? 0);
        assert.equal(subscriptions.length, products.length - gone);
        for (const { skuId, period, trial = false } of subscriptions) {
          assert.ok(catalog.find(skuId), skuId);
          assert.ok(trial || months > 0 || period.charge.amount > 0, skuId);
          assert.ok(period.start < period.end, skuId);
        }
      }
    });
  }

  it('offer only products that the catalogue knows', () => {
    for (const skuId of Object.entries(upgradePaths).flat(2)) assert.ok(catalog.find(skuId), skuId);
  });
});
