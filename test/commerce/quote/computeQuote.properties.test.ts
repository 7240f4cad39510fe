/** What holds for every quote, whatever the numbers. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { prorate } from '../../../commerce/model/money.ts';
import { type Quote, quoteSchema } from '../../../commerce/model/quote.ts';
import type { BillingCycle, Term } from '../../../commerce/model/terms.ts';
import { computeQuote } from '../../../commerce/quote/computeQuote.ts';
import type { AddOnInOrder } from '../../../commerce/quote/orderedAddOns.ts';
import { daysOf, unusedDays } from '../../../commerce/quote/settlement/period.ts';
import { runs } from '../../support/process/runs.ts';
import { fixedPrice, quoteRequest, subscription } from './requests.ts';

interface Case {
  /** Minor units for the whole period of the old plan. */
  paid: number;
  unitPrice: number;
  quantity: number;
  owned: number;
  start: string;
  months: number;
  /** Days from the period's first day, before and after it too. */
  elapsed: number;
  billing: BillingCycle;
  oldBilling: BillingCycle;
  addOns: AddOnCase[];
}

interface AddOnCase {
  fate: AddOnInOrder['fate'];
  paid: number;
  start: string;
  months: number;
}

const cycles = fc.constantFrom<BillingCycle>('monthly', 'annual', 'triennial');
/** Now cheap, now dear; equal ones too, where both sides come out the same. */
const amounts = (max: number) =>
  fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max }));

const days = fc
  .integer({ min: 0, max: 1500 })
  .map((count) => Temporal.PlainDate.from('2025-01-01').add({ days: count }).toString());
const months = fc.constantFrom(1, 12, 36);

const addOns: fc.Arbitrary<AddOnCase[]> = fc.array(
  fc.record({
    fate: fc.constantFrom<AddOnInOrder['fate']>('carried', 'included', 'redundant'),
    paid: amounts(50_000_00),
    start: days,
    months,
  }),
  { maxLength: 4 },
);

const cases: fc.Arbitrary<Case> = fc.record({
  paid: amounts(500_000_00),
  unitPrice: amounts(60_000_00),
  quantity: fc.integer({ min: 1, max: 300 }),
  owned: fc.integer({ min: 1, max: 300 }),
  start: days,
  months,
  elapsed: fc.integer({ min: -3, max: 1100 }),
  billing: cycles,
  oldBilling: cycles,
  addOns,
});

const termOf: Record<BillingCycle, Term> = { monthly: 'P1M', annual: 'P1Y', triennial: 'P3Y' };
const dayAfter = (day: string, count: number): string =>
  Temporal.PlainDate.from(day).add({ days: count }).toString();

function periodOf(given: Pick<Case, 'start' | 'months'>): { start: string; end: string } {
  const { start } = given;
  return { start, end: Temporal.PlainDate.from(start).add({ months: given.months }).toString() };
}

function inOrder(given: AddOnCase): AddOnInOrder {
  const charge = { amount: given.paid, currency: 'USD' } as const;
  const period = { ...periodOf(given), charge };
  return { fate: given.fate, subscription: subscription(given.paid, 'USD', { period }) };
}

function quoteOn(today: string, given: Case, prepaid: boolean): Quote {
  const { start, end } = periodOf(given);
  const { owned: quantity, oldBilling: billing } = given;
  const charge = { amount: given.paid, currency: 'USD' } as const;
  const period = { start, end, charge };
  return computeQuote(
    quoteRequest(subscription(given.paid, 'USD', { quantity, billing, prepaid, period }), {
      priceBook: fixedPrice(given.unitPrice),
      quantity: given.quantity,
      term: termOf[given.billing],
      billing: given.billing,
      addOns: given.addOns.map(inOrder),
      today,
    }),
  );
}

const todayOf = ({ start, elapsed }: Case): string => dayAfter(start, elapsed);
const creditOf = ({ lines }: Quote): number =>
  lines.reduce((sum, { kind, amount }) => (kind === 'credit' ? sum - amount : sum), 0);
const remainingValue = (given: Pick<Case, 'start' | 'months' | 'paid'>, today: string): number => {
  const period = periodOf(given);
  return prorate(given.paid, unusedDays(period, today), daysOf(period));
};

const creditable = (given: Case, today: string): number =>
  given.addOns
    .filter(({ fate }) => fate === 'included')
    .reduce((sum, addOn) => sum + remainingValue(addOn, today), 0);

const check = (property: (given: Case) => void): void =>
  fc.assert(fc.property(cases, property), { numRuns: runs });
/** What is about the plan alone. */
const checkAlone = (property: (given: Case) => void): void =>
  check((given) => property({ ...given, addOns: [] }));

describe('every quote', () => {
  for (const prepaid of [true, false]) {
    const plan = prepaid ? 'a prepaid plan' : 'a plan that is charged as it goes';

    it(`is a valid document for ${plan}, and its lines sum to what is due`, () => {
      check((given) => {
        const quote = quoteOn(todayOf(given), given, prepaid);
        assert.deepEqual(quoteSchema.parse(quote), quote);
        const sum = quote.lines.reduce((total, { amount }) => total + amount, 0);
        assert.equal(sum, quote.dueToday - quote.creditToInvoice);
        assert.ok(quote.dueToday === 0 || quote.creditToInvoice === 0);
      });
    });

    it(`never credits more than what is left of ${plan}`, () => {
      checkAlone((given) => {
        const today = todayOf(given);
        const credit = creditOf(quoteOn(today, given, prepaid));
        assert.ok(credit >= 0);
        assert.ok(credit <= remainingValue(given, today));
      });
    });

    it(`credits what is left of the add-ons that end with ${plan}, and of no others`, () => {
      check((given) => {
        const today = todayOf(given);
        const alone = quoteOn(today, { ...given, addOns: [] }, prepaid);
        const quote = quoteOn(today, given, prepaid);
        assert.equal(creditOf(quote) - creditOf(alone), creditable(given, today));
        assert.deepEqual(quote.forfeit, alone.forfeit);
        assert.equal(quote.addOns.length, given.addOns.length);
      });
    });
  }

  it('of a prepaid plan forfeits and credits all that is left of it, and tells both', () => {
    checkAlone((given) => {
      const today = todayOf(given);
      const quote = quoteOn(today, given, true);
      const value = remainingValue(given, today);
      const total = given.quantity * given.unitPrice;
      assert.equal(creditOf(quote) + (quote.forfeit?.amount ?? 0), value);
      assert.equal(quote.forfeit !== undefined, total < value);
      if (quote.forfeit) assert.equal(creditOf(quote), total);
      assert.equal(quote.creditToInvoice, 0);
    });
  });

  it('of a plan that is charged as it goes forfeits nothing', () => {
    checkAlone((given) => {
      const today = todayOf(given);
      const quote = quoteOn(today, given, false);
      assert.equal(quote.forfeit, undefined);
      assert.equal(creditOf(quote), remainingValue(given, today));
    });
  });

  it('names the first day without a loss: none is lost on it, something on each day before', () => {
    check((given) => {
      const today = todayOf(given);
      const { forfeit } = quoteOn(today, given, true);
      if (!forfeit) return;
      const { noLossFrom, lostDays } = forfeit;
      assert.ok(noLossFrom > today);
      assert.equal(dayAfter(today, lostDays), noLossFrom);
      assert.equal(quoteOn(noLossFrom, given, true).forfeit, undefined);
      assert.ok(quoteOn(dayAfter(noLossFrom, -1), given, true).forfeit);
    });
  });
});
