/** The tenant's present: its instant, its time zone, and the day that its billing is in. */

import { todayOf } from '../../commerce/diagnosis/times.ts';
import { type BillingAccount, zoneOf } from '../../commerce/model/account.ts';
import type { Services } from './services.ts';

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

export async function tenantTimeOf(
  services: Pick<Services, 'clock' | 'seller'>,
  tenantId: string,
): Promise<TenantTime> {
  const [now, account] = await Promise.all([
    services.clock.now(tenantId),
    services.seller.billingAccount(tenantId),
  ]);
  return tenantTime(now.toString(), account);
}
