/** Which payment methods an order of this size may use (R59, R64). */
import type { BillingAccount, PaymentMethod } from '../account.ts';
import type { Quote } from './quote.ts';

export interface MethodForOrder extends PaymentMethod {
  usable: boolean;
}

/** What the new plan is charged first, before any credit: the measure for paying by invoice. */
export function firstCharge(quote: Pick<Quote, 'lines'>): number {
  return quote.lines
    .filter(({ kind }) => kind === 'newCharge')
    .reduce((sum, { amount }) => sum + amount, 0);
}

export function methodsForOrder(
  account: Pick<BillingAccount, 'paymentMethods' | 'invoiceFrom'>,
  charge: number,
): MethodForOrder[] {
  return account.paymentMethods.map((method) => ({
    ...method,
    usable: method.kind !== 'invoice' || charge >= account.invoiceFrom.amount,
  }));
}
