/**
 * What a customer owns of what the partner sold:
 * https://learn.microsoft.com/partner-center/developer/subscription-resources
 */
import { z } from 'zod';
import type { PriceBook } from '../../commerce/model/catalog.ts';
import { type Currency, money, prorate } from '../../commerce/model/money.ts';
import {
  type ChargePeriod,
  type SoldSubscription,
  subscriptionStatusSchema,
} from '../../commerce/model/subscription.ts';
import { billingCycleSchema, termSchema } from '../../commerce/model/terms.ts';
import type { OrUnknown } from '../../commerce/model/unknown.ts';
import { contractOf } from './contract.ts';
import { insensitive } from './insensitive.ts';

const instant = z.iso.datetime({ offset: true }).nullish();
const text = z.string().nullish();
const lower = z.string().transform((value) => value.trim().toLowerCase());

export const subscriptionsSchema = insensitive({
  items: z.array(
    insensitive({
      id: z.string().transform((id) => id.toLowerCase()),
      offerId: z.string(),
      quantity: z.number().nonnegative(),
      status: lower.pipe(subscriptionStatusSchema),
      billingType: lower.nullish(),
      termDuration: termSchema.nullish().catch(undefined),
      billingCycle: lower.pipe(billingCycleSchema).nullish().catch(undefined),
      effectiveStartDate: instant,
      commitmentEndDate: instant,
      autoRenewEnabled: z.boolean().nullish(),
      isTrial: z.boolean().nullish(),
      parentSubscriptionId: text,
      contractType: lower.nullish(),
      scheduledNextTermInstructions: insensitive({
        product: insensitive({ productId: text, skuId: text }).nullish(),
      }).nullish(),
    }),
  ),
});
export type PartnerSubscription = z.infer<typeof subscriptionsSchema>['items'][number];

export interface SubscriptionFacts {
  /** What it brings, as the directory knows it. */
  skuId: string;
  today: string;
  currency: Currency;
  prices: PriceBook;
}

export function soldSubscription(
  subscription: PartnerSubscription,
  { skuId, today, currency, prices }: SubscriptionFacts,
): SoldSubscription {
  const { id, status, quantity, termDuration, billingCycle, autoRenewEnabled } = subscription;
  const contract = contractOf(subscription, today);
  return {
    ...traitsOf(subscription, contract?.renewsOn),
    id,
    skuId,
    status,
    quantity: Math.floor(quantity),
    term: termDuration ?? 'unknown',
    billing: billingCycle ?? 'unknown',
    prepaid: contract?.prepaid ?? 'unknown',
    period: periodOf(
      subscription,
      today,
      (on) => {
        if (subscription.isTrial) return 0;
        if (!termDuration || !billingCycle) return undefined;
        const asked = { skuId, currency, term: termDuration, billing: billingCycle, on };
        return prices.price(asked)?.amount;
      },
      currency,
    ),
    renewsOn: contract?.renewsOn ?? 'unknown',
    autoRenew: autoRenewEnabled ?? 'unknown',
  };
}

/** What a period has cost nobody tells: it is computed from the price of the day on which its term began. */
function periodOf(
  subscription: PartnerSubscription,
  today: string,
  unitPriceOn: (day: string) => number | undefined,
  currency: Currency,
): OrUnknown<ChargePeriod> {
  const contract = contractOf(subscription, today);
  if (!contract) return 'unknown';
  const unitPrice = unitPriceOn(contract.pricedOn);
  if (unitPrice === undefined) return 'unknown';
  const { start, end, days, ofDays } = contract;
  const charge = prorate(unitPrice * Math.floor(subscription.quantity), days, ofDays);
  return { start, end, charge: money(charge, currency) };
}

/** Under this agreement an add-on of the newer commerce stands by itself; one with a parent hangs on it (R58). */
function traitsOf(
  { isTrial, contractType, parentSubscriptionId, ...rest }: PartnerSubscription,
  renewsOn: string | undefined,
) {
  const scheduled = rest.scheduledNextTermInstructions?.product?.productId;
  return {
    soldBy: contractType === 'productkey' ? ('productKey' as const) : ('thisPartner' as const),
    ...(isTrial ? { trial: true } : {}),
    ...(parentSubscriptionId
      ? { addOn: { to: parentSubscriptionId, kind: 'attached' as const } }
      : {}),
    ...(scheduled && renewsOn && !rest.offerId.toUpperCase().startsWith(scheduled.toUpperCase())
      ? { scheduledChange: { on: renewsOn, by: 'representative' as const } }
      : {}),
  };
}
