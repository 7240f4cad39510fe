/** An upgrade of a simulated tenant, in the way in which a service of Microsoft's orders it there. */
import type { BillingCycle, Term } from '../../../commerce/model/terms.ts';
import type { PlaceResult } from '../../../commerce/ports/seller.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';

export interface SandboxOrder {
  tenantId: string;
  subscriptionId: string;
  targetSkuId: string;
  quantity: number;
  term: Term;
  billing: BillingCycle;
  clientRequestId: string;
  /** The card, unless another way to pay is named. */
  paymentMethodId?: string;
}

/** At what it costs there, paid by card. */
export async function orderInSandbox(sandbox: Sandbox, order: SandboxOrder): Promise<PlaceResult> {
  const { tenantId, targetSkuId: skuId, term, billing } = order;
  const { currency, soldTo, billedTo, paymentMethods } = await sandbox.billingAccount(tenantId);
  const confirmedAt = (await sandbox.now(tenantId)).toString();
  const prices = await sandbox.priceBook(tenantId);
  const price = prices.price({ skuId, currency, term, billing, on: confirmedAt.slice(0, 10) });
  return sandbox.place({
    paymentMethodId: paymentMethods.find(({ kind }) => kind === 'card')?.id,
    ...order,
    ...{ currency, soldTo, billedTo, confirmedAt },
    unitPrice: price?.amount ?? 0,
    ...{ dueToday: 0, creditToInvoice: 0, perPeriod: 0, forfeit: 0, quoteId: 'quote' },
    confirmedBy: { userId: 'somebody', name: 'Somebody' },
  });
}
