/** The tenant's present: its instant, its time zone, and the day that its billing is in. */

import { dayIn } from '../../commerce/base/dayIn.ts';
import { zoneOf } from '../../commerce/model/account.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { Seller } from '../../commerce/ports/seller.ts';

export interface TenantTime {
  /** ISO instant. */
  now: string;
  timeZone: string;
  /** ISO day in that zone. */
  today: string;
}

export function tenantTime(now: string, timeZone: string): TenantTime {
  return { now, timeZone, today: dayIn(timeZone, Temporal.Instant.from(now)) };
}

export interface TenantTimeNeeds {
  clock: Clock;
  seller: Pick<Seller, 'billingAccount'>;
}

/** @param known time zone, where the document that is shown says it; else the seller is asked */
export async function tenantTimeOf(
  { clock, seller }: TenantTimeNeeds,
  tenantId: string,
  known: string | undefined,
): Promise<TenantTime> {
  const zone = async () => known ?? zoneOf(await seller.billingAccount(tenantId));
  const [now, timeZone] = await Promise.all([clock.now(tenantId), zone()]);
  return tenantTime(now.toString(), timeZone);
}
