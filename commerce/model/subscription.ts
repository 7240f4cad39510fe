/** What a tenant owns: subscriptions, and what is particular about some of them. */
import { z } from 'zod';
import { UpgraderaError } from '../base/errors.ts';
import { moneySchema } from './money.ts';
import { billingCycleSchema, termSchema } from './terms.ts';
import { isKnown, type OrUnknown, orUnknownSchema } from './unknown.ts';

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

/** How many users something by that name concerns. */
const usersOfSchema = z.object({ name: z.string(), users: z.int().positive() });
export type UsersOf = z.infer<typeof usersOfSchema>;

/** Circumstances that most subscriptions are without; what is absent does not hold. */
export const subscriptionTraitsSchema = z.object({
  /**
   * By whom it was sold, where not by Microsoft's own shop (R12, R43, R44, R131). `thisPartner`: by the
   * partner in whose name orders are placed here.
   */
  soldBy: z
    .enum(['partner', 'thisPartner', 'formerPartner', 'productKey', 'selfService'])
    .optional(),
  /** Not paid for yet (R42, R128). */
  trial: z.boolean().optional(),
  /** First day on which the product can't be bought any more (R39). */
  endOfSale: z.iso.date().optional(),
  /** A change that is planned already, and by whom (R40, R56). */
  scheduledChange: z
    .object({ on: z.iso.date(), by: z.enum(['representative', 'customer']) })
    .optional(),
  /** Services that are still being set up, by Microsoft's names (R25, R110). */
  unfinishedServices: z.array(z.string()).optional(),
  /** A discount that grows or shrinks by a schedule, and is lost with an upgrade (R41). */
  rampedDiscount: z.boolean().optional(),
  /**
   * Services that somebody has turned off for some of the users, by Microsoft's names. An upgrade
   * turns them on again (R85).
   */
  turnedOff: z.array(usersOfSchema).optional(),
  /** Groups that give users their licence, which can't be changed on the user then (R88). */
  groups: z.array(usersOfSchema).optional(),
  /**
   * For an add-on: the subscription that it hangs on, by its id. A `traditional` one stops an
   * upgrade and only support can remove it, an `incompatible` one the admin can remove (R35, R129),
   * an `attached` one follows the upgrade (R58).
   */
  addOn: z
    .object({ to: z.string(), kind: z.enum(['traditional', 'incompatible', 'attached']) })
    .optional(),
});
export type SubscriptionTraits = z.infer<typeof subscriptionTraitsSchema>;

/** A subscription as its seller knows it. What its contract says may be unknown. */
export const soldSubscriptionSchema = subscriptionTraitsSchema.extend({
  id: z.string(),
  /** GUID of the product; the key into the catalogue. Never look a plan up by its name. */
  skuId: z.guid(),
  status: subscriptionStatusSchema,
  /** Licences bought. */
  quantity: z.int().nonnegative(),
  term: orUnknownSchema(termSchema),
  billing: orUnknownSchema(billingCycleSchema),
  /** Paid for the whole term in advance: upgrading follows R93 and R94. */
  prepaid: orUnknownSchema(z.boolean()),
  period: orUnknownSchema(chargePeriodSchema),
  /** First day of the next term. */
  renewsOn: orUnknownSchema(z.iso.date()),
  autoRenew: orUnknownSchema(z.boolean()),
});
export type SoldSubscription = z.infer<typeof soldSubscriptionSchema>;

const contractFields = ['term', 'billing', 'prepaid', 'period', 'renewsOn', 'autoRenew'] as const;
type ContractField = (typeof contractFields)[number];

/** One whose whole contract is known, so that it can be computed with. */
export type ContractedSubscription = Omit<SoldSubscription, ContractField> & {
  [Field in ContractField]: Exclude<SoldSubscription[Field], 'unknown'>;
};

/** @throws price.unknown where something of the contract is: what an upgrade credits follows from it */
export function contracted(sold: SoldSubscription): ContractedSubscription {
  const gap = contractFields.find((field) => !isKnown(sold[field]));
  if (gap) throw new UpgraderaError('price.unknown', `${sold.id}: ${gap} unknown`);
  return sold as ContractedSubscription;
}

/** What the tenant owns now: what the seller and the directory know of it together. */
export interface Subscription extends SoldSubscription {
  /**
   * Users with a licence of the product. Licences are assigned per product: where the tenant has
   * several subscriptions of it, this is the number for all of them together.
   */
  assigned: OrUnknown<number>;
}

const over: readonly SubscriptionStatus[] = ['canceled', 'deleted'];

/** Whether a subscription is no more than a memory: it blocks nothing and needs nothing (R125). */
export function isOver({ status }: Pick<SoldSubscription, 'status'>): boolean {
  return over.includes(status);
}
