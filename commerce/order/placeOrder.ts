/** From a confirmed quote to an order, exactly once. */
import { randomUUID } from 'node:crypto';
import { isConflict, UpgraderaError } from '../base/errors.ts';
import { note } from '../base/traced.ts';
import { type AuditEntry, isFinal, type Order, type Person } from '../model/order.ts';
import type { Quote } from '../model/quote.ts';
import type { OrderRepository } from '../ports/repositories.ts';
import { needsConsent } from '../quote/consent.ts';
import { confirmedIn } from './confirmed.ts';
import { newReference } from './reference.ts';

export interface Confirmation {
  quote: Quote;
  by: Person;
  /** Who has put it together, where somebody else has approved it. */
  askedBy?: Person;
  /** Where the order is told about. */
  conversation: string;
  /** Users that the upgrade will move. */
  users: number;
  /** ISO instant in the tenant's time. */
  at: string;
  /** ISO instant in real time: when the worker takes it up. */
  wakeAt: string;
}

/**
 * `placed`: by this confirmation. `repeated`: by an earlier one of the same quote. `alreadyOpen`: by
 * another quote for the same subscription; nothing new was ordered.
 */
export type PlacingOutcome = 'placed' | 'repeated' | 'alreadyOpen';

/**
 * Writes the order before anything is asked of the service. Confirming the same quote again
 * returns the order that exists, whatever its state; confirming another quote returns the open order
 * of its subscription, where there is one (R82).
 * @throws quote.expired, quote.no-consent, storage.conflict
 */
export async function placeOrder(
  orders: OrderRepository,
  confirmation: Confirmation,
): Promise<{ order: Order; outcome: PlacingOutcome }> {
  const placed = await placeOnce(orders, confirmation);
  note({ 'upgradera.order': placed.order.id });
  return placed;
}

async function placeOnce(
  orders: OrderRepository,
  confirmation: Confirmation,
): Promise<{ order: Order; outcome: PlacingOutcome }> {
  const { quote } = confirmation;
  const known = await knownOrder(orders, quote);
  if (known) return known;
  if (Temporal.Instant.compare(confirmation.at, quote.expiresAt) >= 0) {
    throw new UpgraderaError('quote.expired', quote.id);
  }
  if (needsConsent(quote)) throw new UpgraderaError('quote.no-consent', quote.id);
  const order = orderFrom(confirmation);
  let refused: unknown;
  try {
    if (await orders.insert(order)) return { order, outcome: 'placed' };
  } catch (error) {
    // Another quote for the subscription may have been faster.
    if (!isConflict(error)) throw error;
    refused = error;
  }
  const winner = await knownOrder(orders, quote);
  if (winner) return winner;
  throw refused ?? new UpgraderaError('order.unknown', `lost the order of quote ${quote.id}`);
}

async function knownOrder(
  orders: OrderRepository,
  quote: Quote,
): Promise<{ order: Order; outcome: PlacingOutcome } | undefined> {
  const existing = await orders.findByQuote(quote.id);
  if (existing) return { order: existing.value, outcome: 'repeated' };
  const all = await orders.listByTenant(quote.tenantId);
  const order = openOrderFor(quote.subscriptionId, all);
  return order && { order, outcome: 'alreadyOpen' };
}

/** The tenant's order for a subscription that is not at its end. */
export function openOrderFor(subscriptionId: string, orders: readonly Order[]): Order | undefined {
  return orders.find((order) => order.subscriptionId === subscriptionId && !isFinal(order));
}

function orderFrom({ quote, by, askedBy, conversation, users, at, wakeAt }: Confirmation): Order {
  return {
    v: 1,
    id: newReference('UPG'),
    quoteId: quote.id,
    tenantId: quote.tenantId,
    conversation,
    placedBy: by,
    ...(askedBy ? { askedBy } : {}),
    subscriptionId: quote.subscriptionId,
    sourceSkuId: quote.sourceSkuId,
    targetSkuId: quote.targetSkuId,
    quantity: quote.quantity,
    term: quote.term,
    billing: quote.billing,
    currency: quote.currency,
    dueToday: quote.dueToday,
    creditToInvoice: quote.creditToInvoice,
    perPeriod: quote.perPeriod,
    ...(quote.paymentMethodId === undefined ? {} : { paymentMethodId: quote.paymentMethodId }),
    confirmed: confirmedIn(quote),
    clientRequestId: randomUUID(),
    attempts: { count: 0 },
    state: 'placed',
    revision: 0,
    users: { moved: 0, total: users, failures: [] },
    ...(quote.timeZone === undefined ? {} : { timeZone: quote.timeZone }),
    placedAt: at,
    changedAt: at,
    nextCheckAt: wakeAt,
    failedAttempts: 0,
    audit: [...consentOf(quote), { at, by: by.userId, event: 'order.placed', to: 'placed' }],
    notices: [],
    cards: [],
  };
}

function consentOf({ forfeit, forfeitAccepted, currency }: Quote): AuditEntry[] {
  if (!forfeit || !forfeitAccepted) return [];
  const code = `${forfeit.amount} ${currency}`;
  return [{ ...forfeitAccepted, event: 'forfeit.accepted', to: 'placed', code }];
}
