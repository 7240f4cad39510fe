/** How the old subscription is ended or made smaller, until when, and what is given back (R31, R115, R116). */
import type { BillingAccount } from '../model/account.ts';
import { onlineCancelSeats, refundWindowDays } from '../model/policyValues.ts';
import type { SoldSubscription } from '../model/subscription.ts';
import { isKnown } from '../model/unknown.ts';

/**
 * `byDay`: credited by days at any time. `inWindow`: only until an instant. `windowOver`: it runs to its
 * end. `partner`: whoever sold it decides. `unknown`: by the account, which can't be seen.
 */
export type EndingRule = 'byDay' | 'inWindow' | 'windowOver' | 'partner' | 'unknown';

export interface Ending {
  rule: EndingRule;
  /** ISO instant: the last moment of the window, where there is or was one. */
  until?: string;
  /** Whether it can be ended on the web; by support where not. */
  online: boolean;
  /** Paid for the whole term in advance: nothing is credited on this way, and nothing made smaller. */
  prepaid: boolean;
  /** A year that is paid monthly is owed to its end. */
  owedToEnd: boolean;
  /** ISO day on which the term ends, where that is known. */
  renewsOn?: string;
}

type Sold = Pick<
  SoldSubscription,
  'quantity' | 'term' | 'billing' | 'prepaid' | 'renewsOn' | 'soldBy'
>;

/** @param now of the tenant. @param timeZone in which its days begin */
export function endingOf(
  subscription: Sold,
  { agreement }: Pick<BillingAccount, 'agreement'>,
  now: string,
  timeZone: string,
): Ending {
  const { quantity, prepaid, renewsOn, billing, term } = subscription;
  const until = windowOf(subscription, timeZone);
  const rule = ruleOf(subscription, agreement, until, now);
  return {
    rule,
    ...(until && agreement !== 'MOSA' ? { until } : {}),
    online: agreement !== 'MOSA' || quantity <= onlineCancelSeats,
    prepaid: prepaid === true,
    owedToEnd: rule === 'windowOver' && billing === 'monthly' && term !== 'P1M',
    ...(isKnown(renewsOn) ? { renewsOn } : {}),
  };
}

function ruleOf(
  { soldBy }: Sold,
  agreement: BillingAccount['agreement'],
  until: string | undefined,
  now: string,
): EndingRule {
  if (soldBy === 'partner' || soldBy === 'thisPartner' || agreement === 'CSP') return 'partner';
  if (agreement === 'MOSA') return 'byDay';
  if (agreement !== 'MCA' || until === undefined) return 'unknown';
  return Temporal.Instant.compare(now, until) < 0 ? 'inWindow' : 'windowOver';
}

/** Seven times 24 hours from the first moment of the term, which a renewal begins anew. */
function windowOf({ renewsOn, term }: Sold, timeZone: string): string | undefined {
  if (!isKnown(renewsOn) || !isKnown(term)) return undefined;
  const start = Temporal.PlainDate.from(renewsOn).subtract(Temporal.Duration.from(term));
  return windowFrom(start.toZonedDateTime({ timeZone }).toInstant().toString());
}

/** What is bought at that instant can be ended with a refund until this one, under the newer agreement. */
export function windowFrom(bought: string): string {
  return Temporal.Instant.from(bought)
    .add({ hours: refundWindowDays * 24 })
    .toString();
}
