/** Days of a subscription's contract. Partner Center counts them in UTC. */
import type { BillingCycle, Term } from '../../commerce/model/terms.ts';

const monthsOfTerm: Record<Term, number> = { P1M: 1, P1Y: 12, P3Y: 36 };
const monthsOfCycle: Record<BillingCycle, number> = { monthly: 1, annual: 12, triennial: 36 };

interface Dates {
  termDuration?: Term | null | undefined;
  billingCycle?: BillingCycle | null | undefined;
  effectiveStartDate?: string | null | undefined;
  commitmentEndDate?: string | null | undefined;
}

/** Days as ISO. `end` and `renewsOn` are the first day that is no longer part of it. */
export interface Contract {
  /** The charge period that runs. */
  start: string;
  end: string;
  /** How many of the days of a whole one it has. */
  days: number;
  ofDays: number;
  /** The day whose price holds for the term. */
  pricedOn: string;
  renewsOn: string;
  /** Whether the whole term is charged at once. */
  prepaid: boolean;
}

const latest = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) < 0 ? b : a;

/**
 * The last day of a commitment counts. A subscription that began within its term, as after an upgrade,
 * is charged from then on.
 * @param today ISO day
 * @returns undefined where something is missing
 */
export function contractOf(dates: Dates, today: string): Contract | undefined {
  const { termDuration, billingCycle, effectiveStartDate, commitmentEndDate } = dates;
  if (!termDuration || !billingCycle || !commitmentEndDate) return undefined;
  const renewsOn = Temporal.PlainDate.from(commitmentEndDate.slice(0, 10)).add({ days: 1 });
  const termMonths = monthsOfTerm[termDuration];
  const cycleMonths = Math.min(monthsOfCycle[billingCycle], termMonths);
  const termStart = renewsOn.subtract({ months: termMonths });
  const began = effectiveStartDate
    ? latest(termStart, Temporal.PlainDate.from(effectiveStartDate.slice(0, 10)))
    : termStart;
  let months = cycleMonths;
  while (
    months < termMonths &&
    Temporal.PlainDate.compare(
      termStart.add({ months }),
      latest(began, Temporal.PlainDate.from(today)),
    ) <= 0
  ) {
    months += cycleMonths;
  }
  const cycleStart = termStart.add({ months: months - cycleMonths });
  const end = months === termMonths ? renewsOn : termStart.add({ months });
  const start = latest(cycleStart, began);
  return {
    start: start.toString(),
    end: end.toString(),
    days: start.until(end).days,
    ofDays: cycleStart.until(end).days,
    pricedOn: began.toString(),
    renewsOn: renewsOn.toString(),
    prepaid: billingCycle !== 'monthly' && cycleMonths === termMonths,
  };
}
