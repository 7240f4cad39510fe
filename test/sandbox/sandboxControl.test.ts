import assert from 'node:assert/strict';
import {
  firstInstant,
  SimulatedTenant,
  tenantId,
  userId,
} from '../support/tenant/simulatedTenant.ts';

describe('The sandbox in the hands of testers', () => {
  let tenant: SimulatedTenant;
  beforeEach(() => {
    tenant = new SimulatedTenant();
  });

  const moved: [scenario: string, paymentMethodId: string, duration: string, phase: string][] = [
    ['credit-check', 'invoice-1', 'PT10H', 'creditCheck'],
    ['credit-check', 'invoice-1', 'P2D', 'completed'],
    ['credit-declined', 'invoice-1', 'P2D', 'declined'],
    ['slow-upgrade', 'card-4242', 'PT30M', 'reassigning'],
    ['slow-upgrade', 'card-4242', 'PT2H', 'completed'],
  ];
  for (const [scenario, paymentMethodId, duration, phase] of moved) {
    it(`${scenario} is in ${phase} when time moves by ${duration}`, async () => {
      await tenant.sandbox.setScenario(tenantId, scenario);
      const operationId = await tenant.placed({ paymentMethodId });
      await tenant.sandbox.moveTime(tenantId, Temporal.Duration.from(duration));
      assert.equal((await tenant.sandbox.operation(tenantId, operationId)).phase, phase);
    });
  }

  it('pays by invoice by default where a credit check is the point', async () => {
    for (const scenario of ['credit-check', 'credit-declined']) {
      await tenant.sandbox.setScenario(tenantId, scenario);
      const account = await tenant.sandbox.billingAccount(tenantId);
      assert.equal(account.defaultPaymentMethodId, 'invoice-1');
    }
  });

  it('moves the time of one tenant only, adding up, and never back', async () => {
    await tenant.sandbox.moveTime(tenantId, Temporal.Duration.from('PT2H'));
    await tenant.sandbox.moveTime(tenantId, Temporal.Duration.from('P2D'));
    await tenant.sandbox.moveTime(tenantId, Temporal.Duration.from('-P1D'));
    assert.equal(
      (await tenant.restarted().now(tenantId)).toString(),
      firstInstant.add({ hours: 50 }).toString(),
    );
    assert.equal((await tenant.sandbox.now('tenant-2')).toString(), firstInstant.toString());
  });

  it('loses none of many changes at the same moment', async () => {
    const users = Array.from({ length: 8 }, (_, index) => `user-${index}`);
    const sandboxes = [tenant.sandbox, tenant.restarted()];
    await Promise.all([
      ...users.map((user, index) => sandboxes[index % 2]!.setRole(tenantId, user, 'reader')),
      ...sandboxes.map((one) => one.moveTime(tenantId, Temporal.Duration.from('PT1H'))),
    ]);
    for (const user of users) {
      assert.deepEqual(await tenant.sandbox.roles(tenantId, user), {
        entra: ['reader'],
        billing: [],
      });
    }
    const now = await tenant.sandbox.now(tenantId);
    assert.equal(now.toString(), firstInstant.add({ hours: 2 }).toString());
  });

  it('gives a role to one user, and takes it back with a reset', async () => {
    await tenant.sandbox.setRole(tenantId, userId, 'license-admin');
    assert.deepEqual(await tenant.sandbox.roles(tenantId, userId), {
      entra: ['license-admin'],
      billing: [],
    });
    assert.deepEqual(await tenant.sandbox.roles(tenantId, 'constructor'), {
      entra: ['global-admin'],
      billing: [],
    });
    await tenant.sandbox.reset(tenantId);
    assert.deepEqual(await tenant.sandbox.roles(tenantId, userId), {
      entra: ['global-admin'],
      billing: [],
    });
  });

  const overdue = async (): Promise<number> =>
    (await tenant.sandbox.billingAccount(tenantId)).overdue.amount;

  it('resets to the first day of the scenario that is set, in real time', async () => {
    await tenant.sandbox.setScenario(tenantId, 'unpaid-balance');
    await tenant.sandbox.moveTime(tenantId, Temporal.Duration.from('PT2H'));
    assert.equal(await overdue(), 0);
    await tenant.sandbox.reset(tenantId);
    assert.ok((await overdue()) > 0);
    assert.equal((await tenant.sandbox.now(tenantId)).toString(), firstInstant.toString());
  });

  it('knows no other scenarios than those it lists', async () => {
    const before = await tenant.first();
    assert.equal(await tenant.sandbox.setScenario(tenantId, 'no-such-thing'), false);
    assert.deepEqual(await tenant.first(), before);
    for (const name of tenant.sandbox.scenarios()) {
      assert.equal(await tenant.sandbox.setScenario(tenantId, name), true);
    }
  });
});
