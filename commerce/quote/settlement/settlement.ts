/** What the two ways of settling an upgrade, postpaid and prepaid, have in common. */
import { prorate } from '../../model/money.ts';
import type { Forfeit, QuoteLine } from '../../model/quote.ts';
import type { ContractedSubscription } from '../../model/subscription.ts';

/** The new plan as it is bought. */
export interface Purchase {
  skuId: string;
  quantity: number;
  /** Minor units per licence for one full charge period. */
  unitPrice: number;
}

/** Minor units of the account's currency, before tax. `lines` sum to `dueToday − creditToInvoice`. */
export interface Settlement {
  lines: QuoteLine[];
  dueToday: number;
  creditToInvoice: number;
  forfeit?: Forfeit;
}

/** The first charge, for the whole of a period. */
export function fullCharge({ skuId, quantity, unitPrice }: Purchase): QuoteLine {
  return { kind: 'newCharge', skuId, quantity, unitPrice, amount: quantity * unitPrice };
}

/** Unused time of the old plan, or of an add-on, as a line; none when there is nothing to credit. */
export function creditLine(
  { skuId, quantity, period }: ContractedSubscription,
  amount: number,
  days: number,
  ofDays: number,
): QuoteLine[] {
  if (amount === 0) return [];
  const unitPrice = prorate(period.charge.amount, 1, quantity);
  return [{ kind: 'credit', skuId, quantity, unitPrice, days, ofDays, amount: -amount }];
}
