/** Computes what one upgrade costs. Pure: the same request gives the same quote. */

import { UpgraderaError } from '../base/errors.ts';
import {
  type Address,
  type BilledTo,
  type BillingAccount,
  knownPaymentMethods,
  zoneOf,
} from '../model/account.ts';
import type { PriceBook } from '../model/catalog.ts';
import type { Plan } from '../model/plan.ts';
import { quoteLifetimeMinutes } from '../model/policyValues.ts';
import type { Quote } from '../model/quote.ts';
import type { ContractedSubscription } from '../model/subscription.ts';
import type { BillingCycle, Term } from '../model/terms.ts';
import { isKnown } from '../model/unknown.ts';
import { type AddOnInOrder, orderedAddOn } from './orderedAddOns.ts';
import { settlePostpaid } from './settlement/postpaid.ts';
import { settlePrepaid } from './settlement/prepaid.ts';
import { withCreditFor } from './settlement/removedAddOns.ts';

export interface QuoteRequest {
  id: string;
  tenantId: string;
  subscription: ContractedSubscription;
  addOns: readonly AddOnInOrder[];
  source: Plan;
  target: Plan;
  /** Licences of the new plan; not checked against the minimum of R51 and R52. */
  quantity: number;
  term: Term;
  billing: BillingCycle;
  account: BillingAccount;
  priceBook: PriceBook;
  /** ISO day in the account's time zone: the price list and the unused days are this day's. */
  today: string;
  createdAt: Temporal.Instant;
  soldTo: Address;
  billedTo: BilledTo;
  /** Absent where the account's ways to pay are unknown. */
  paymentMethodId?: string | undefined;
}

/** Refuses what can't be computed with, because an upstream service sent nonsense. */
function check(
  { id, period, quantity }: ContractedSubscription,
  { currency }: BillingAccount,
): void {
  if (period.charge.currency !== currency) {
    throw new UpgraderaError('upstream.malformed', `${id} is charged in another currency`);
  }
  if (period.end <= period.start) {
    throw new UpgraderaError('upstream.malformed', `${id} has a charge period without days`);
  }
  if (period.charge.amount < 0 || (quantity === 0 && period.charge.amount > 0)) {
    throw new UpgraderaError('upstream.malformed', `${id}: charge and licences don't match`);
  }
}

/**
 * @throws price.unknown when the target has no price on these terms today
 * @throws account.unknown-method when the account has no such payment method
 * @throws upstream.malformed when a charge of the subscription or an add-on can't be right
 */
export function computeQuote(request: QuoteRequest): Quote {
  const { subscription, addOns, source, target, quantity, term, billing, account, today } = request;
  for (const one of [subscription, ...addOns.map((addOn) => addOn.subscription)]) {
    check(one, account);
  }
  const { currency } = account;
  const method = knownPaymentMethods(account).find(({ id }) => id === request.paymentMethodId);
  if (!method && isKnown(account.paymentMethods)) {
    throw new UpgraderaError('account.unknown-method', request.paymentMethodId);
  }
  const { skuId } = target;
  const price = request.priceBook.price({ skuId, currency, term, billing, on: today });
  if (!price) {
    throw new UpgraderaError(
      'price.unknown',
      `${skuId} ${term} ${billing} in ${currency} on ${today}`,
    );
  }
  const purchase = { skuId, quantity, unitPrice: price.amount };
  const removed = addOns.flatMap((one) => (one.fate === 'included' ? one.subscription : []));
  const settlement = subscription.prepaid
    ? settlePrepaid(subscription, purchase, today)
    : settlePostpaid(subscription, purchase, billing, today);
  return {
    v: 1,
    id: request.id,
    tenantId: request.tenantId,
    subscriptionId: subscription.id,
    sourceSkuId: source.skuId,
    targetSkuId: skuId,
    quantity,
    term,
    billing,
    currency,
    ...withCreditFor(removed, settlement, today),
    addOns: addOns.map(orderedAddOn),
    perPeriod: quantity * price.amount,
    pricesOf: price.validFrom,
    assumedPrice: price.assumed,
    soldTo: request.soldTo,
    billedTo: request.billedTo,
    ...(method ? { paymentMethodId: method.id } : {}),
    creditCheck: method?.kind === 'invoice',
    timeZone: zoneOf(account),
    createdAt: request.createdAt.toString(),
    expiresAt: request.createdAt.add({ minutes: quoteLifetimeMinutes }).toString(),
  };
}
