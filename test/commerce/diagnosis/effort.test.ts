import assert from 'node:assert/strict';
import { diagnose } from '../../../commerce/diagnosis/diagnose.ts';
import { gatherFacts } from '../../../commerce/diagnosis/gatherFacts.ts';
import { warnings } from '../../../commerce/diagnosis/warnings.ts';
import type { OrderRepository } from '../../../commerce/ports/repositories.ts';
import type { Owned } from '../../../sandbox/tenant/owned.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import type { TenantState } from '../../../sandbox/tenant/tenantState.ts';
import { leastCpu } from '../../support/process/cpuTime.ts';
import { MemoryFirstAttempts } from '../../support/tenant/memoryFirstAttempts.ts';
import {
  catalog,
  SimulatedTenant,
  tenantId,
  userId,
} from '../../support/tenant/simulatedTenant.ts';

/** Milliseconds of CPU. */
const allowed = 50;

/** Ten thousand users, and forty subscriptions under one roof, the last one among them. */
async function largeTenant(): Promise<{ tenant: SimulatedTenant; subscriptionId: string }> {
  const tenant = new SimulatedTenant();
  await tenant.sandbox.setScenario(tenantId, 'many-products');
  const stored = await tenant.tenants.load(tenantId);
  const state = stored!.value as TenantState;
  const priced = state.owned.filter(({ status }) => status === 'active');
  const owned = Array.from({ length: 40 }, (_, n): Owned => {
    const like = priced[n % priced.length]!;
    return { ...like, id: `subscription-${n}`, quantity: 250, assigned: 250 };
  });
  owned[39] = { ...owned[39]!, skuId: skus.office365E3, quantity: 200, assigned: 10_000 };
  await tenant.tenants.save(tenantId, { ...state, owned }, stored!.version);
  return { tenant, subscriptionId: 'subscription-39' };
}

describe('Diagnosis of a tenant with 10,000 users and 40 subscriptions', () => {
  it(`takes at most ${allowed} ms of CPU, gathering the facts included`, async () => {
    const { tenant, subscriptionId } = await largeTenant();
    const { sandbox } = tenant;
    const sources = {
      seller: sandbox,
      directory: sandbox,
      clock: sandbox,
      catalog,
      orders: { listByTenant: async () => [] } as unknown as OrderRepository,
      firstAttempts: new MemoryFirstAttempts(),
    };
    const taken = await leastCpu(async () => {
      const facts = await gatherFacts(sources, tenantId, userId, subscriptionId);
      const codes = diagnose(facts).map(({ code }) => code);
      assert.deepEqual(codes, ['LICENSE_CONFLICT', 'DUPLICATE_PRODUCT']);
      assert.equal(facts.overAssigned.length, 9_800);
      assert.equal(warnings(facts).length, 1);
    });
    assert.ok(taken <= allowed, `${taken} ms`);
  });
});
