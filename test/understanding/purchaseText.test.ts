import assert from 'node:assert/strict';
import { understandPurchase } from '../../understanding/purchaseText.ts';

/** Ways to pay, as they are noted below. */
const ways = {
  yearly: { term: 'P1Y', billing: 'annual' },
  'year, monthly': { term: 'P1Y', billing: 'monthly' },
  month: { term: 'P1M', billing: 'monthly' },
  '3 years': { term: 'P3Y', billing: 'triennial' },
  '3 years, yearly': { term: 'P3Y', billing: 'annual' },
  '3 years, monthly': { term: 'P3Y', billing: 'monthly' },
} as const;

const texts: [text: string, quantity: number | undefined, way?: keyof typeof ways][] = [
  ['25', 25],
  [' 25. ', 25],
  ['25 licences', 25],
  ['25licences', 25],
  ['I need 25 licences', 25],
  ['25 licenser', 25],
  ['25 st, tack', 25],
  ['1 200 licences', 1200],
  ['1 200', 1200],
  ['1\u00a0200', 1200],
  ['1\u202f200 licenser', 1200],
  ['1,200', 1200],
  ['1.200', 1200],
  ["1'200", 1200],
  ['1 000 000', 1_000_000],
  ['25, yearly', 25, 'yearly'],
  ['yearly, 25', 25, 'yearly'],
  ['1,200, yearly', 1200, 'yearly'],
  ['25 per year', 25, 'yearly'],
  ['25 licences for 1 year', 25, 'yearly'],
  ['1 year, 25 licences', 25, 'yearly'],
  ['1 license, 1 year', 1, 'yearly'],
  ['25 monthly', 25, 'year, monthly'],
  ['25 licences, one year, paid monthly', 25, 'year, monthly'],
  ['30 licences month to month', 30, 'month'],
  ['25 for 3 years', 25, '3 years'],
  ['25 licenser årsvis', 25, 'yearly'],
  ['25 licenser i 1 år', 25, 'yearly'],
  ['vi behöver 25, månadsvis', 25, 'year, monthly'],
  ['25 licenser, tre år', 25, '3 years'],

  ['yearly', undefined, 'yearly'],
  ['Annual', undefined, 'yearly'],
  ['for the whole year', undefined, 'yearly'],
  ['1 year', undefined, 'yearly'],
  ['pay for 1 year', undefined, 'yearly'],
  ['12 months', undefined, 'yearly'],
  ['årsvis', undefined, 'yearly'],
  ['ett år', undefined, 'yearly'],
  ['1 år', undefined, 'yearly'],
  ['monthly', undefined, 'year, monthly'],
  ['each month', undefined, 'year, monthly'],
  ['månadsvis', undefined, 'year, monthly'],
  ['one year, paid monthly', undefined, 'year, monthly'],
  ['1 year, pay monthly', undefined, 'year, monthly'],
  ['yearly, billed monthly', undefined, 'year, monthly'],
  ['annual commitment, billed monthly', undefined, 'year, monthly'],
  ['monthly for a year', undefined, 'year, monthly'],
  ['ett år månadsvis', undefined, 'year, monthly'],
  ['årsvis, betalas månadsvis', undefined, 'year, monthly'],
  ['one month', undefined, 'month'],
  ['1 month', undefined, 'month'],
  ['month-to-month', undefined, 'month'],
  ['en månad', undefined, 'month'],
  ['månad för månad', undefined, 'month'],
  ['3 years', undefined, '3 years'],
  ['three years', undefined, '3 years'],
  ['tre år', undefined, '3 years'],
  ['3 år', undefined, '3 years'],
  ['3 years, paid yearly', undefined, '3 years, yearly'],
  ['three years, paid monthly', undefined, '3 years, monthly'],
  ['tre år månadsvis', undefined, '3 years, monthly'],

  ['', undefined],
  ['hello', undefined],
  ['0', undefined],
  ['1.5', undefined],
  ['1,5 licences', undefined],
  ['-3', undefined],
  ['−3', undefined],
  ['-3 licences, yearly', undefined, 'yearly'],
  ['25 30', undefined],
  ['1 000 001', undefined],
  ['99999999999999999999', undefined],
  ['twenty', undefined],
  ['E3', undefined],
  ['Microsoft 365 E3', undefined],
  ['25 licences of Microsoft 365 E3', 25],
];

describe('How many licences and how to pay', () => {
  for (const [text, quantity, way] of texts) {
    const told = [quantity ?? [], way ?? []].flat().join(', ') || 'nothing';
    it(`"${text}" says ${told}`, () => {
      assert.deepEqual(understandPurchase(text), {
        ...(quantity === undefined ? {} : { quantity }),
        ...(way === undefined ? {} : { terms: ways[way] }),
      });
    });
  }
});
