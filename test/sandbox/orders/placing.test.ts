import assert from 'node:assert/strict';
import type { PlaceRequest } from '../../../commerce/ports/seller.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { SimulatedTenant, tenantId } from '../../support/tenant/simulatedTenant.ts';

const whole = { seconds: 20 };

describe('The sandbox taking an order', () => {
  let tenant: SimulatedTenant;
  beforeEach(() => {
    tenant = new SimulatedTenant();
  });

  it('answers the same request id with the same operation, also after a restart', async () => {
    const operationId = await tenant.placed();
    assert.equal(await tenant.placed(), operationId);
    tenant.pass(whole);
    const repeated = await tenant.restarted().place(await tenant.request());
    assert.deepEqual(repeated, { outcome: 'accepted', operationId });
    assert.equal(await tenant.sandbox.findOperation(tenantId, 'request-1'), operationId);
    assert.equal(await tenant.sandbox.findOperation(tenantId, 'request-2'), undefined);
  });

  const declined: [why: string, rest: Partial<PlaceRequest>, code: string][] = [
    ['an unknown subscription', { subscriptionId: 'none' }, 'SubscriptionNotFound'],
    ['fewer licences than bought', { quantity: 24 }, 'QuantityTooLow'],
    [
      'a plan not on offer',
      { targetSkuId: skus.microsoft365F1 },
      'SubscriptionTargetOfferNotFound',
    ],
    ['more than the seat cap', { quantity: 301 }, 'SeatLimitExceeded'],
    ['another price than it would charge', { unitPrice: 1 }, 'PriceChanged'],
    ['another currency', { currency: 'USD' }, 'PriceChanged'],
    ['an unknown payment method', { paymentMethodId: 'card-1' }, 'PaymentMethodNotFound'],
    [
      'terms that the agreement lacks',
      { term: 'P3Y', billing: 'annual' },
      'OfferDoesNotSupportBillingCycle',
    ],
  ];
  for (const [why, rest, code] of declined) {
    it(`declines ${why}`, async () => {
      const result = await tenant.sandbox.place(await tenant.request(rest));
      assert.deepEqual(result, { outcome: 'declined', code });
      assert.equal(await tenant.sandbox.findOperation(tenantId, 'request-1'), undefined);
    });
  }

  it('declines a second upgrade while one is running, and takes it afterwards', async () => {
    await tenant.placed();
    const second = { clientRequestId: 'request-2' };
    assert.equal(await tenant.placed(second), 'declined: ConcurrencyConflicts');
    tenant.pass(whole);
    const rest = { ...second, targetSkuId: skus.microsoft365E3 };
    assert.match(await tenant.placed(rest), /^[0-9a-f-]{36}$/);
  });

  it('sells to where the order says, from when the new subscription is there', async () => {
    const { soldTo } = await tenant.sandbox.billingAccount(tenantId);
    const moved = { ...soldTo, name: 'Fabrikam AB', street: 'Nygatan 1' };
    await tenant.placed({ soldTo: moved });
    assert.deepEqual((await tenant.sandbox.billingAccount(tenantId)).soldTo, soldTo);
    tenant.pass(whole);
    assert.deepEqual((await tenant.sandbox.billingAccount(tenantId)).soldTo, moved);
    await tenant.sandbox.reset(tenantId);
    assert.deepEqual((await tenant.sandbox.billingAccount(tenantId)).soldTo, soldTo);
  });

  it('does not sell to where an order that was taken back says', async () => {
    await tenant.sandbox.setScenario(tenantId, 'credit-check');
    const { soldTo } = await tenant.sandbox.billingAccount(tenantId);
    const operationId = await tenant.placed({
      paymentMethodId: 'invoice-1',
      quantity: 120,
      soldTo: { ...soldTo, name: 'Fabrikam AB' },
    });
    await tenant.sandbox.withdraw(tenantId, operationId);
    tenant.pass({ hours: 48 });
    assert.deepEqual((await tenant.sandbox.billingAccount(tenantId)).soldTo, soldTo);
  });

  it('declines a subscription that is not active', async () => {
    await tenant.sandbox.setScenario(tenantId, 'not-active');
    assert.equal(await tenant.placed(), 'declined: SubscriptionStatusNotActive');
  });

  it('checks credit when an invoice pays, and not when a card does', async () => {
    const byCard = await tenant.placed();
    assert.equal((await tenant.sandbox.operation(tenantId, byCard)).phase, 'provisioning');
    tenant.pass(whole);
    const byInvoice = await tenant.placed({
      clientRequestId: 'request-2',
      targetSkuId: skus.microsoft365E3,
      paymentMethodId: 'invoice-1',
    });
    assert.equal((await tenant.sandbox.operation(tenantId, byInvoice)).phase, 'creditCheck');
  });

  it('lets one of two orders at the same moment through', async () => {
    const requests = await Promise.all([
      tenant.request(),
      tenant.request({ clientRequestId: 'request-2' }),
    ]);
    const other = tenant.restarted();
    const results = await Promise.all([
      tenant.sandbox.place(requests[0]),
      other.place(requests[1]),
    ]);
    assert.deepEqual(results.map(({ outcome }) => outcome).sort(), ['accepted', 'declined']);
  });
});
