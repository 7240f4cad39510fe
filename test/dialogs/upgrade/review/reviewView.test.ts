import assert from 'node:assert/strict';
import type { Capabilities } from '../../../../commerce/ports/seller.ts';
import { reviewView } from '../../../../dialogs/upgrade/review/reviewView.ts';
import { localiser } from '../../../../locales/localiser.ts';
import { catalog, SimulatedTenant, tenantId } from '../../../support/tenant/simulatedTenant.ts';

describe('What the review promises', () => {
  /** Of an order that is paid by invoice, at a service that can do so much. */
  const viewAt = async (capabilities: Capabilities) => {
    const tenant = new SimulatedTenant();
    const purchase = await tenant.request({ paymentMethodId: 'invoice-1', quantity: 120 });
    const quote = await tenant.sandbox.quote(purchase);
    assert.equal(quote.creditCheck, true);
    const seller = {
      billingAccount: () => tenant.sandbox.billingAccount(tenantId),
      capabilities: async () => capabilities,
    };
    const orders = { listByTenant: async () => [] };
    return reviewView(
      { catalog, seller, clock: tenant.sandbox, orders },
      localiser('en-US'),
      quote,
    );
  };

  it('is a credit check with its day, and a way back, where the service has them', async () => {
    const { quote, creditCheckBy, takesBack } = await viewAt({
      repeatsSafely: true,
      checksCredit: true,
      withdraw: async () => 'withdrawn',
    });
    assert.deepEqual([quote.creditCheck, creditCheckBy, takesBack], [true, '2026-11-25', true]);
  });

  it('is neither where the service has none', async () => {
    const view = await viewAt({ repeatsSafely: true, checksCredit: false });
    const { quote, creditCheckBy, takesBack } = view;
    assert.deepEqual([quote.creditCheck, creditCheckBy, takesBack], [false, undefined, false]);
  });
});
