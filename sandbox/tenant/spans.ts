/**
 * Terms and charge periods: whole months, all counted from one day. Never from the start of another
 * span, which a short month may have moved: 31 January + 1 month + 1 month is 28 March.
 */
import type { BillingCycle, Term } from '../../commerce/model/terms.ts';

/** From `start` to the day before `end`. */
export interface Span {
  start: Temporal.PlainDate;
  end: Temporal.PlainDate;
}

/** What the months of a product are counted by; ISO days. */
export interface Rhythm {
  /** First day of the very first term. */
  anchor: string;
  /** First day of the first term of this product: some months after the anchor. */
  termStart: string;
  term: Term;
  billing: BillingCycle;
}

export const monthsOfTerm: Record<Term, number> = { P1M: 1, P1Y: 12, P3Y: 36 };
export const monthsOfCycle: Record<BillingCycle, number> = {
  monthly: 1,
  annual: 12,
  triennial: 36,
};

/** The very first term of the product. */
export function firstTerm({ anchor, termStart, term }: Rhythm): Span {
  const from = Temporal.PlainDate.from(anchor);
  return spanOf(from, monthsBetween(from, Temporal.PlainDate.from(termStart)), monthsOfTerm[term]);
}

/** The term and the charge period in which `day` lies; the first ones for an earlier day. */
export function spansOn(
  { anchor, termStart, term, billing }: Rhythm,
  day: Temporal.PlainDate,
): { running: Span; cycle: Span } {
  const from = Temporal.PlainDate.from(anchor);
  const first = monthsBetween(from, Temporal.PlainDate.from(termStart));
  const months = Math.max(monthsBetween(from, day), first);
  const ofTerm = monthsOfTerm[term];
  const ofCycle = Math.min(monthsOfCycle[billing], ofTerm);
  const termBegins = months - ((months - first) % ofTerm);
  const cycleBegins = months - ((months - termBegins) % ofCycle);
  return {
    running: spanOf(from, termBegins, ofTerm),
    cycle: spanOf(from, cycleBegins, ofCycle),
  };
}

function spanOf(anchor: Temporal.PlainDate, begins: number, months: number): Span {
  return { start: anchor.add({ months: begins }), end: anchor.add({ months: begins + months }) };
}

/** Whole months that are over on a day. In a short month the last one may be so earlier: 31 January, 28 February. */
function monthsBetween(anchor: Temporal.PlainDate, day: Temporal.PlainDate): number {
  const { months } = anchor.until(day, { largestUnit: 'months' });
  const isOver = Temporal.PlainDate.compare(anchor.add({ months: months + 1 }), day) <= 0;
  return isOver ? months + 1 : months;
}
