/** What the tenant owns now: a subscription as the commerce service reports it. */
import { z } from 'zod';
import { moneySchema } from './money.ts';
import { billingCycleSchema, termSchema } from './terms.ts';

/** Open on purpose: a status that we don't know is `unknown`, never a crash (R28, R123, R125). */
export const subscriptionStatusSchema = z
  .enum(['active', 'expired', 'disabled', 'suspended', 'canceled', 'deleted', 'unknown'])
  .catch('unknown');
export type SubscriptionStatus = z.infer<typeof subscriptionStatusSchema>;

/** What was charged for the period that runs now. Days are the account's, `end` is exclusive. */
export const chargePeriodSchema = z.object({
  start: z.iso.date(),
  end: z.iso.date(),
  charge: moneySchema,
});
export type ChargePeriod = z.infer<typeof chargePeriodSchema>;

export const subscriptionSchema = z.object({
  id: z.string(),
  /** GUID of the product; the key into the catalogue. Never look a plan up by its name. */
  skuId: z.guid(),
  status: subscriptionStatusSchema,
  /** Licences bought. */
  quantity: z.int().nonnegative(),
  /** Licences assigned to users; more than `quantity` is a licence conflict (R47). */
  assigned: z.int().nonnegative(),
  term: termSchema,
  billing: billingCycleSchema,
  /** Paid for the whole term in advance: upgrading follows R93 and R94. */
  prepaid: z.boolean(),
  period: chargePeriodSchema,
  /** First day of the next term. */
  renewsOn: z.iso.date(),
  autoRenew: z.boolean(),
});
export type Subscription = z.infer<typeof subscriptionSchema>;
