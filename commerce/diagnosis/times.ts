/** When looking again makes sense. Days are the account's. */
import { dayIn } from '../base/dayIn.ts';
import { zoneOf } from '../model/account.ts';
import type { Facts } from './facts.ts';

type Now = Pick<Facts, 'now' | 'account'>;

/** ISO day on which the facts hold. */
export function todayOf({ now, account }: Now): string {
  return dayIn(zoneOf(account), Temporal.Instant.from(now));
}

/** ISO instant so much later than another one. */
export function later(instant: string, duration: { hours: number } | { minutes: number }): string {
  return Temporal.Instant.from(instant).add(duration).toString();
}

/** ISO instant at which an ISO day begins, so many days later. */
export function startOf(day: string, { account }: Pick<Facts, 'account'>, days = 0): string {
  const date = Temporal.PlainDate.from(day).add({ days });
  return date.toZonedDateTime(zoneOf(account)).toInstant().toString();
}
