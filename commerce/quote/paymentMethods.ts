/** Which payment methods an order of this size may use, and which one pays unless told otherwise (R59, R64). */
import { type BillingAccount, knownPaymentMethods, type PaymentMethod } from '../model/account.ts';
import type { Order } from '../model/order.ts';
import type { Quote } from '../model/quote.ts';

export interface MethodForOrder extends PaymentMethod {
  usable: boolean;
  /** A credit check has turned it down for this subscription; it may be tried again (R73). */
  declined: boolean;
}

/** What the new plan is charged first, before any credit: the measure for paying by invoice. */
export function firstCharge(quote: Pick<Quote, 'lines'>): number {
  return quote.lines
    .filter(({ kind }) => kind === 'newCharge')
    .reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * Ids of the methods with which the newest order for a subscription was declined.
 * @param orders newest first
 */
export function declinedMethods(
  orders: readonly Pick<Order, 'subscriptionId' | 'paymentMethodId' | 'state'>[],
  subscriptionId: string,
): string[] {
  const own = orders.filter((order) => order.subscriptionId === subscriptionId);
  const methods = [...new Set(own.flatMap(({ paymentMethodId }) => paymentMethodId ?? []))];
  return methods.filter(
    (id) => own.find(({ paymentMethodId }) => paymentMethodId === id)?.state === 'declined',
  );
}

/**
 * None where the account's methods are unknown. From which amount on an invoice is possible may be
 * unknown too: then the seller decides.
 * @param declined ids, as of `declinedMethods`
 */
export function methodsForOrder(
  account: Pick<BillingAccount, 'paymentMethods' | 'invoiceFrom'>,
  charge: number,
  declined: readonly string[],
): MethodForOrder[] {
  const { invoiceFrom } = account;
  return knownPaymentMethods(account).map((method) => ({
    ...method,
    usable: method.kind !== 'invoice' || invoiceFrom === undefined || charge >= invoiceFrom.amount,
    declined: declined.includes(method.id),
  }));
}

/** The account's own choice, unless it can't be used or was declined and something else is left. */
export function preselected(
  methods: readonly MethodForOrder[],
  defaultId: string | undefined,
): MethodForOrder | undefined {
  const usable = methods.filter((method) => method.usable);
  const open = usable.filter((method) => !method.declined);
  return [open, usable].flatMap((some) => some.find(({ id }) => id === defaultId) ?? some)[0];
}
