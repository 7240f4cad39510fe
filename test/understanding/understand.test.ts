import assert from 'node:assert/strict';
import { understand } from '../../understanding/understand.ts';

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
  ['twenty', 20],
  ['tjugofem', 25],
  ['trettio licenser', 30],
  ['one hundred and twenty', 120],
  ['E3', undefined],
  ['Microsoft 365 E3', undefined],
  ['25 licences of Microsoft 365 E3', 25],
];

describe('How many licences and how to pay', () => {
  for (const [text, quantity, way] of texts) {
    const told = [quantity ?? [], way ?? []].flat().join(', ') || 'nothing';
    it(`"${text}" says ${told}`, () => {
      const said = understand(text);
      const { quantity: read } = said;
      const count = typeof read === 'object' && read.is === 'count' ? read.count : undefined;
      assert.equal(count, quantity);
      assert.deepEqual(said.terms, way && ways[way]);
    });
  }
});

/** Nobody could tell for certain how many, or nothing is said of licences at all. */
const notCounted: [text: string, quantity: 'unclear' | undefined][] = [
  ['25-30 licenses', 'unclear'],
  ['25 or 30', 'unclear'],
  ['between 25 and 30', 'unclear'],
  ['around 30', 'unclear'],
  ['30 or so', 'unclear'],
  ['30k', 'unclear'],
  ['ungefär 30', 'unclear'],
  ['25 30', 'unclear'],
  ['budget 500 kr', undefined],
  ['$500', undefined],
  ['PO 4711', undefined],
  ['order number 4711', undefined],
  ['since 2027', undefined],
  ['call me on 070-123 45 67', undefined],
  ['on 12 December', undefined],
  ['Microsoft 365', undefined],
  ['inte 30', undefined],
  ['not 30', undefined],
  ['vi sitter på Storgatan 12', undefined],
];

describe('A number that must not be guessed', () => {
  for (const [text, quantity] of notCounted) {
    it(`"${text}" ${quantity ? 'is asked back' : 'counts no licenses'}`, () => {
      assert.equal(understand(text).quantity, quantity);
    });
  }
});

const corrected: [text: string, quantity: object][] = [
  ['not 25 but 30', { is: 'count', count: 30 }],
  ['not 30, 40 yearly', { is: 'count', count: 40 }],
  ['from 25 to 30 licenses', { is: 'count', count: 30 }],
  ['30 instead of 25', { is: 'count', count: 30 }],
  ['inte 25 utan 30', { is: 'count', count: 30 }],
  ['28... no wait, 29', { is: 'count', count: 29 }],
  ['in 2027 we want 30', { is: 'count', count: 30 }],
  ['1-year, 30', { is: 'count', count: 30 }],
  ['5 more', { is: 'more', by: 5 }],
  ['fem till', { is: 'more', by: 5 }],
  ['30 licenses fewer', { is: 'more', by: -30 }],
  ['double', { is: 'times', factor: 2 }],
  ['same as today', { is: 'same' }],
];

describe('A number that is said in relation to another', () => {
  for (const [text, quantity] of corrected) {
    it(`"${text}" says ${JSON.stringify(quantity)}`, () => {
      assert.deepEqual(understand(text).quantity, quantity);
    });
  }
});

const waysToPay: [text: string, terms: (typeof ways)[keyof typeof ways] | 'unclear'][] = [
  ['not yearly', 'unclear'],
  ['inte årsvis', 'unclear'],
  ['annual or monthly', 'unclear'],
  ['30 licenses for 2 years', 'unclear'],
  ['monthly instead of yearly', ways['year, monthly']],
  ['inte månadsvis utan årsvis', ways.yearly],
  ['mnthly', ways['year, monthly']],
  ['30 month-to-month', ways.month],
];

describe('A way to pay', () => {
  for (const [text, terms] of waysToPay) {
    it(`"${text}" is ${terms === 'unclear' ? 'asked back' : 'told'}`, () => {
      assert.deepEqual(understand(text).terms, terms);
    });
  }
});

describe('A yes to an order', () => {
  for (const text of [
    'place order',
    'yes, place it',
    'go ahead and buy it',
    'ja, kör på',
    'lägg ordern',
    'place teh oder',
    "don't cancel, place it",
  ]) {
    it(`"${text}" is one`, () => assert.equal(understand(text).consents, true));
  }
  for (const text of [
    "don't order yet",
    'wait',
    'looks good but let me check',
    'beställ inte',
    'yes?',
    'ok',
    'order 10 iPhones',
    "don't cancel",
  ]) {
    it(`"${text}" is none`, () => assert.equal(understand(text).consents, false));
  }
});
