/** Whether an order is placed by who has put it together, or by somebody else who approves it. */
import { hasRight } from '../access/rights.ts';
import type { Facts } from '../diagnosis/facts.ts';
import type { Money } from '../model/money.ts';
import { chargesIn } from '../model/policyValues.ts';
import type { Quote } from '../model/quote.ts';

/**
 * Above which an order needs a second person, one amount a currency. None: nobody has set a limit. Where some are
 * set, every order in another currency is above.
 */
export type SpendingLimits = readonly Money[];

/** `role`: who asks may see prices and may not buy. `limit`: it costs more than one person may decide. */
export type ApprovalWhy = 'role' | 'limit';

/** Minor units that the order binds to: what is due today, or all charges of its term where that is more. */
function committed({ dueToday, perPeriod, term, billing }: Quote): number {
  return Math.max(dueToday, perPeriod * chargesIn(term, billing));
}

export function isAboveLimit(quote: Quote, limits: SpendingLimits): boolean {
  if (limits.length === 0) return false;
  const limit = limits.find(({ currency }) => currency === quote.currency);
  return limit === undefined || committed(quote) > limit.amount;
}

/** @returns undefined where the person orders, or where it can't be seen whether they may */
export function approvalNeeded(
  { account, roles }: Pick<Facts, 'account' | 'roles'>,
  quote: Quote,
  limits: SpendingLimits,
): ApprovalWhy | undefined {
  const buys = hasRight('buy', account.agreement, roles);
  const sees = hasRight('seeBilling', account.agreement, roles);
  if (buys === false) return sees === true ? 'role' : undefined;
  return buys === true && isAboveLimit(quote, limits) ? 'limit' : undefined;
}
