/** A product that a simulated tenant owns, and the subscription that it looks like on a given day. */
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { PriceBook } from '../../commerce/model/catalog.ts';
import { type Currency, money, prorate } from '../../commerce/model/money.ts';
import {
  type ContractedSubscription,
  type SubscriptionTraits,
  subscriptionStatusSchema,
  subscriptionTraitsSchema,
} from '../../commerce/model/subscription.ts';
import { billingCycleSchema, termSchema } from '../../commerce/model/terms.ts';
import { firstTerm, monthsOfCycle, monthsOfTerm, type Rhythm, spansOn } from './spans.ts';

export const ownedSchema = subscriptionTraitsSchema.extend({
  id: z.string(),
  skuId: z.guid(),
  status: subscriptionStatusSchema,
  quantity: z.int().positive(),
  assigned: z.int().nonnegative(),
  term: termSchema,
  billing: billingCycleSchema,
  autoRenew: z.boolean(),
  /** First day of the first term; later terms and charge periods are counted from its anchor. */
  termStart: z.iso.date(),
  /**
   * First day of the very first term, where this product took another one's place: a term that began
   * on the 31st goes on doing so. Absent: `termStart`.
   */
  anchor: z.iso.date().optional(),
  /** First day that is charged: later than `termStart` when the product joined a running term (R84). */
  chargedFrom: z.iso.date(),
  /** Minor units per licence and charge, for what no price list has: trials and old plans. */
  unitCharge: z.int().nonnegative().optional(),
  /** Products offered as an upgrade, where they are not the usual ones of the channel. */
  offers: z.array(z.guid()).optional(),
  /** What the channel answers when it is asked for upgrades. */
  refusals: z.array(z.object({ code: z.string(), description: z.string() })),
});
export type Owned = z.infer<typeof ownedSchema>;

export const traitNames = subscriptionTraitsSchema.keyof().options;

/** What the months of a product are counted from. */
export const anchorOf = ({ anchor, termStart }: Owned): string => anchor ?? termStart;

const rhythmOf = (owned: Owned): Rhythm => ({ ...owned, anchor: anchorOf(owned) });

/** First day of the whole charge period in which an ISO day lies. */
export function cycleStartOn(owned: Owned, day: string): string {
  return spansOn(rhythmOf(owned), Temporal.PlainDate.from(day)).cycle.start.toString();
}

const latest = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) < 0 ? b : a;

/**
 * The subscription as the service reports it on an ISO day of the account. Active products renew
 * by themselves; without recurring billing they expire on the day after their term (R124).
 * A product that is not active stays in the period in which it stopped.
 * @throws price.unknown when the price book had no price at the start of the term
 */
export function subscriptionOf(
  owned: Owned,
  today: string,
  currency: Currency,
  prices: PriceBook,
): ContractedSubscription {
  const { id, skuId, quantity, term, billing, autoRenew } = owned;
  const chargedFrom = Temporal.PlainDate.from(owned.chargedFrom);
  const rhythm = rhythmOf(owned);
  const lastDay = firstTerm(rhythm).end.subtract({ days: 1 });
  const over = Temporal.PlainDate.compare(lastDay, today) < 0;
  const status = owned.status === 'active' && over && !autoRenew ? 'expired' : owned.status;
  const day = latest(chargedFrom, Temporal.PlainDate.from(today));
  const { running, cycle } = spansOn(rhythm, over && status !== 'active' ? lastDay : day);
  const start = latest(cycle.start, chargedFrom);
  // A price holds for the whole term; an upgrade within it is charged at the price of its day (R100).
  const on = latest(running.start, chargedFrom).toString();
  const unit = owned.unitCharge ?? prices.price({ skuId, currency, term, billing, on })?.amount;
  if (unit === undefined) {
    throw new UpgraderaError('price.unknown', `${skuId} ${term} ${billing} on ${on}`);
  }
  const charge = prorate(
    unit * quantity,
    start.until(cycle.end).days,
    cycle.start.until(cycle.end).days,
  );
  return {
    ...traitsOf(owned),
    id,
    skuId,
    status,
    quantity,
    term,
    billing,
    prepaid: billing !== 'monthly' && monthsOfCycle[billing] === monthsOfTerm[term],
    period: {
      start: start.toString(),
      end: cycle.end.toString(),
      charge: money(charge, currency),
    },
    renewsOn: running.end.toString(),
    autoRenew,
  };
}

function traitsOf(owned: Owned): SubscriptionTraits {
  return Object.fromEntries(
    traitNames.flatMap((name) => (owned[name] === undefined ? [] : [[name, owned[name]]])),
  );
}
