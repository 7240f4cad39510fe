/** The tenant's present: its instant, its time zone, and the day that its billing is in. */

import { todayOf } from '../../commerce/diagnosis/times.ts';
import { type BillingAccount, zoneOf } from '../../commerce/model/account.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { Seller } from '../../commerce/ports/seller.ts';

export interface TenantTime {
  /** ISO instant. */
  now: string;
  timeZone: string;
  /** ISO day in that zone. */
  today: string;
}

export function tenantTime(now: string, account: BillingAccount): TenantTime {
  return { now, timeZone: zoneOf(account), today: todayOf({ now, account }) };
}

export interface TenantTimeNeeds {
  clock: Clock;
  seller: Pick<Seller, 'billingAccount'>;
}

export async function tenantTimeOf(
  { clock, seller }: TenantTimeNeeds,
  tenantId: string,
): Promise<TenantTime> {
  const [now, account] = await Promise.all([clock.now(tenantId), seller.billingAccount(tenantId)]);
  return tenantTime(now.toString(), account);
}
