/** What was confirmed on the review, from there to the service without a change. */
import { UpgraderaError } from '../base/errors.ts';
import type { Confirmed, Order, OrderAmounts } from '../model/order.ts';
import type { Quote } from '../model/quote.ts';
import type { PlaceRequest, Purchase } from '../ports/seller.ts';

export function confirmedIn({ soldTo, billedTo, lines, targetSkuId, ...quote }: Quote): Confirmed {
  const { unitPrice = 0 } =
    lines.find(({ kind, skuId }) => kind === 'newCharge' && skuId === targetSkuId) ?? {};
  const forfeit = quote.forfeit?.amount ?? 0;
  return { soldTo, billedTo, unitPrice, forfeit, until: quote.expiresAt };
}

export function purchaseOf(order: Order, { soldTo, billedTo }: Confirmed): Purchase {
  return {
    tenantId: order.tenantId,
    subscriptionId: order.subscriptionId,
    targetSkuId: order.targetSkuId,
    quantity: order.quantity,
    term: order.term,
    billing: order.billing,
    paymentMethodId: order.paymentMethodId,
    soldTo,
    billedTo,
  };
}

/** @param order with the attempt that this is the request of. @throws price.unknown */
export function placeRequestOf(order: Order, confirmed: Confirmed): PlaceRequest {
  const { unitPrice, forfeit } = confirmed;
  const { quoteId } = order;
  const amounts = chargedBy(order);
  if (!amounts || quoteId === undefined) throw new UpgraderaError('price.unknown', order.id);
  const { count = 0, firstAt } = order.attempts ?? {};
  return {
    ...purchaseOf(order, confirmed),
    clientRequestId: order.clientRequestId,
    currency: order.currency,
    ...amounts,
    unitPrice,
    forfeit,
    quoteId,
    confirmedBy: order.placedBy,
    confirmedAt: order.placedAt,
    ...(count > 1 && firstAt !== undefined ? { firstSentAt: firstAt } : {}),
  };
}

export function amountsOf({ dueToday, creditToInvoice, perPeriod }: OrderAmounts): OrderAmounts {
  return { dueToday, creditToInvoice, perPeriod };
}

/** Undefined for an order of which nobody tells what is charged. */
export function chargedBy(order: Order): OrderAmounts | undefined {
  const { dueToday, creditToInvoice, perPeriod } = order;
  const isTold = dueToday !== undefined && creditToInvoice !== undefined && perPeriod !== undefined;
  return isTold ? { dueToday, creditToInvoice, perPeriod } : undefined;
}

/** Whether the quote asks for exactly what was confirmed. */
export function costsTheSame(order: Order, { unitPrice, forfeit }: Confirmed, now: Quote): boolean {
  const asked = confirmedIn(now);
  return (
    now.sourceSkuId === order.sourceSkuId &&
    now.currency === order.currency &&
    now.dueToday === order.dueToday &&
    now.creditToInvoice === order.creditToInvoice &&
    now.perPeriod === order.perPeriod &&
    asked.unitPrice === unitPrice &&
    asked.forfeit === forfeit
  );
}
