import assert from 'node:assert/strict';
import { money } from '../../commerce/model/money.ts';
import { skus } from '../../sandbox/tenant/skus.ts';
import { SimulatedTenant, tenantId } from '../support/tenant/simulatedTenant.ts';

const whole = { seconds: 20 };

describe('The sandbox', () => {
  let tenant: SimulatedTenant;
  beforeEach(() => {
    tenant = new SimulatedTenant();
  });

  it('makes an unknown tenant a happy one, and keeps it', async () => {
    const first = await tenant.first();
    assert.equal(first.skuId, skus.businessStandard);
    assert.equal((await tenant.sandbox.subscriptions(tenantId)).length, 1);
    tenant.pass({ hours: 1 });
    assert.deepEqual(await tenant.first(), first);
    const { assigned: _, ...sold } = first;
    assert.deepEqual(await tenant.restarted().subscriptions(tenantId), [sold]);
  });

  it('gives other tenants other subscriptions', async () => {
    const [other] = await tenant.sandbox.subscriptions('tenant-2');
    assert.notEqual(other?.id, (await tenant.first()).id);
  });

  it('begins a scenario of a certain day on that day, in the currency of its country', async () => {
    await tenant.sandbox.setScenario(tenantId, 'example-postpaid');
    assert.equal((await tenant.sandbox.now(tenantId)).toString(), '2027-06-25T07:00:00Z');
    const { currency, soldTo } = await tenant.sandbox.billingAccount(tenantId);
    assert.deepEqual([currency, soldTo.country], ['EUR', 'DE']);
    assert.deepEqual((await tenant.first()).period, {
      start: '2027-06-18',
      end: '2027-07-18',
      charge: { amount: 302_400, currency: 'EUR' },
    });
    await tenant.sandbox.setScenario(tenantId, 'happy');
    assert.equal((await tenant.sandbox.now(tenantId)).toString(), tenant.realNow.toString());
  });

  it('charges the successor the price of its tenant, from the day on which it holds', async () => {
    await tenant.sandbox.setScenario(tenantId, 'price-change');
    tenant.pass({ minutes: 15 });
    await tenant.placed();
    tenant.pass(whole);
    await tenant.sandbox.moveTime(tenantId, Temporal.Duration.from('P14D'));
    const { skuId, period } = await tenant.first();
    assert.deepEqual(
      [skuId, period.charge],
      [skus.businessPremium, { amount: 24_000, currency: 'USD' }],
    );
  });

  it('refuses a document that is not a tenant', async () => {
    await tenant.tenants.save(tenantId, { v: 7 }, 0);
    await assert.rejects(tenant.sandbox.subscriptions(tenantId), { code: 'storage.damaged' });
  });

  it('reads a document from before there were incidents, add-ons and prices of its own', async () => {
    await tenant.sandbox.setScenario(tenantId, 'unpaid-balance');
    const { value, version } = (await tenant.tenants.load(tenantId))!;
    const { incidents: _, prices: __, repairs, ...state } = value as Record<string, { at: string }>;
    const { at, subscriptionId, overdue } = repairs as Record<string, unknown> & { at: string };
    const older = { ...state, mended: { at, subscriptionId, overdue } };
    await tenant.tenants.save(tenantId, older, version);
    assert.deepEqual(await tenant.sandbox.serviceIncidents(tenantId), []);
    tenant.pass({ hours: 2 });
    assert.deepEqual((await tenant.sandbox.billingAccount(tenantId)).overdue, money(0, 'SEK'));
  });

  it('ends an add-on that the new plan contains, and lets others hang on the new subscription', async () => {
    await tenant.sandbox.setScenario(tenantId, 'add-on');
    tenant.pass({ hours: 2 });
    await tenant.placed({ targetSkuId: skus.office365E5 });
    tenant.pass(whole);
    const [first, ...others] = await tenant.sandbox.subscriptions(tenantId);
    assert.equal(first?.skuId, skus.office365E5);
    assert.deepEqual(
      others.map((one) => [one.skuId, one.addOn?.to]),
      [
        [skus.copilot, first?.id],
        [skus.visioPlan2, undefined],
      ],
    );
  });

  it('says of its own credit check that it is one, and of an upgrade that it is one', async () => {
    const { id } = await tenant.first();
    const codes = async () =>
      (await tenant.sandbox.eligibility(tenantId, id)).refusals.map(({ code }) => code);
    await tenant.placed({ paymentMethodId: 'invoice-1' });
    assert.deepEqual(await codes(), ['CreditCheckPending']);
    tenant.pass({ hours: 20, seconds: 1 });
    assert.deepEqual(await codes(), ['ConcurrencyConflicts']);
  });

  it('knows nobody beyond the licences of a subscription that the tenant does not have', async () => {
    assert.deepEqual(await tenant.sandbox.overAssigned(tenantId, 'constructor'), []);
  });

  it('knows no upgrade of a subscription that the tenant does not have', async () => {
    await assert.rejects(tenant.sandbox.eligibility(tenantId, 'constructor'), {
      code: 'subscription.unknown',
    });
  });

  describe('upgrading', () => {
    const skuAndUsers = async () =>
      (await tenant.subscriptions()).map((one) => [one.skuId, one.assigned]);

    it('completes within 20 s by default, with a new subscription instead of the old', async () => {
      const old = await tenant.first();
      const operationId = await tenant.placed({ quantity: 30 });
      tenant.pass({ seconds: 3 });
      assert.deepEqual(await skuAndUsers(), [[skus.businessStandard, 22]]);
      tenant.pass({ seconds: 5 });
      const moving = await tenant.sandbox.operation(tenantId, operationId);
      const { moved } = moving.users;
      assert.ok(moved > 0 && moved < 22);
      assert.deepEqual(await skuAndUsers(), [
        [skus.businessPremium, moved],
        [skus.businessStandard, 22 - moved],
      ]);
      tenant.pass({ seconds: 12 });
      const done = await tenant.sandbox.operation(tenantId, operationId);
      assert.equal(done.phase, 'completed');
      const subscriptions = await tenant.sandbox.subscriptions(tenantId);
      assert.equal(subscriptions.length, 1);
      const successor = await tenant.first();
      assert.notEqual(successor.id, old.id);
      assert.equal(successor.id, done.newSubscriptionId);
      const { skuId, quantity, assigned, status, term, billing } = successor;
      assert.deepEqual(
        { skuId, quantity, assigned, status, term, billing },
        {
          skuId: skus.businessPremium,
          quantity: 30,
          assigned: 22,
          status: 'active',
          term: 'P1Y',
          billing: 'monthly',
        },
      );
    });

    it('leaves users behind on the old plan, which expires (R124)', async () => {
      await tenant.sandbox.setScenario(tenantId, 'partial-failure');
      const operationId = await tenant.placed({ quantity: 60 });
      tenant.pass(whole);
      const { phase, users } = await tenant.sandbox.operation(tenantId, operationId);
      assert.equal(phase, 'completedWithUserErrors');
      assert.deepEqual([users.moved, users.failures.length, users.total], [46, 12, 58]);
      assert.equal(new Set(users.failures.map(({ userName }) => userName)).size, 12);
      const subscriptions = await tenant.subscriptions();
      assert.deepEqual(
        subscriptions.map(({ skuId, status, assigned }) => [skuId, status, assigned]),
        [
          [skus.businessPremium, 'active', 46],
          [skus.businessStandard, 'expired', 12],
        ],
      );
    });

    it('billed monthly joins the running month', async () => {
      const old = await tenant.first();
      await tenant.placed();
      tenant.pass(whole);
      const { period } = await tenant.first();
      assert.equal(period.start, '2026-11-23');
      assert.equal(period.end, old.period.end);
    });

    it('billed yearly is charged for a whole year from the day of completion on', async () => {
      await tenant.placed({ billing: 'annual' });
      tenant.pass(whole);
      const { period, renewsOn, prepaid } = await tenant.first();
      assert.equal(period.start, '2026-11-23');
      assert.equal(period.end, '2027-11-23');
      assert.equal(renewsOn, '2027-11-23');
      assert.equal(prepaid, true);
    });

    it('keeps the id and the term under the newer agreement (R84)', async () => {
      await tenant.sandbox.setScenario(tenantId, 'many-products');
      const [old, ...others] = await tenant.subscriptions();
      assert.ok(old);
      const premium = others.find(({ skuId }) => skuId === skus.businessPremium);
      const operationId = await tenant.placed();
      tenant.pass(whole);
      const status = await tenant.sandbox.operation(tenantId, operationId);
      assert.equal(status.newSubscriptionId, old.id);
      const { id, skuId, assigned, renewsOn } = await tenant.first();
      assert.deepEqual(
        { id, skuId, assigned, renewsOn },
        {
          id: old.id,
          skuId: skus.businessPremium,
          // Licences are assigned by product: those who had the new plan before are counted too.
          assigned: Number(old.assigned) + Number(premium?.assigned),
          renewsOn: old.renewsOn,
        },
      );
    });

    it('goes on after a restart', async () => {
      const operationId = await tenant.placed();
      tenant.pass({ seconds: 8 });
      const before = await tenant.sandbox.operation(tenantId, operationId);
      tenant.sandbox = tenant.restarted();
      assert.deepEqual(await tenant.sandbox.operation(tenantId, operationId), before);
      tenant.pass({ seconds: 12 });
      assert.equal((await tenant.sandbox.operation(tenantId, operationId)).phase, 'completed');
    });

    it('of a reset tenant has failed, and no longer shows', async () => {
      const operationId = await tenant.placed();
      tenant.pass({ seconds: 8 });
      await tenant.sandbox.reset(tenantId);
      assert.equal((await tenant.sandbox.operation(tenantId, operationId)).phase, 'failed');
      assert.deepEqual(await skuAndUsers(), [[skus.businessStandard, 22]]);
      assert.equal(await tenant.sandbox.findOperation(tenantId, 'request-1'), operationId);
    });

    it('that nobody placed is unknown', async () => {
      await assert.rejects(tenant.sandbox.operation(tenantId, 'none'), {
        code: 'operation.unknown',
      });
    });

    it('moves ten thousand users within 30 s', async () => {
      await tenant.sandbox.setScenario(tenantId, 'big-tenant');
      const operationId = await tenant.placed({ targetSkuId: skus.microsoft365E5 });
      tenant.pass({ seconds: 25 });
      const status = await tenant.sandbox.operation(tenantId, operationId);
      assert.deepEqual(status.users, { moved: 10_000, total: 10_000, failures: [] });
      assert.equal(status.phase, 'completed');
    });
  });
});
