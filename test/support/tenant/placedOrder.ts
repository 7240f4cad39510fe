import type { Order } from '../../../commerce/model/order.ts';
import { quoteLifetimeMinutes } from '../../../commerce/model/policyValues.ts';
import type { PlaceRequest } from '../../../commerce/ports/seller.ts';
import { anOrder } from '../storage/samples.ts';

/** The order that asks for exactly this, confirmed a moment ago and never sent. */
export function placedOrder(request: PlaceRequest, given: Partial<Order> = {}): Order {
  const { confirmedAt, confirmedBy, soldTo, billedTo, unitPrice, forfeit, ...rest } = request;
  const { paymentMethodId, ...ordered } = rest;
  const until = Temporal.Instant.from(confirmedAt).add({ minutes: quoteLifetimeMinutes });
  return anOrder({
    ...ordered,
    ...(paymentMethodId === undefined ? {} : { paymentMethodId }),
    placedBy: confirmedBy,
    placedAt: confirmedAt,
    changedAt: confirmedAt,
    confirmed: { soldTo, billedTo, unitPrice, forfeit, until: until.toString() },
    attempts: { count: 0 },
    ...given,
  });
}
