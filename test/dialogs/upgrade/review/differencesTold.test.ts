import assert from 'node:assert/strict';
import type { Quote } from '../../../../commerce/model/quote.ts';
import { quoteDifferences } from '../../../../commerce/quote/difference.ts';
import { differencesTold } from '../../../../dialogs/upgrade/review/differencesTold.ts';
import { localiser } from '../../../../locales/localiser.ts';
import { quote } from '../../../support/cards/sampleData.ts';

const l = localiser('en-US');
const forfeit = { lostDays: 1, noLossFrom: '2026-11-24' };

describe('The difference between two quotes', () => {
  const cases: [what: string, before: Partial<Quote>, after: Partial<Quote>, told: string[]][] = [
    ['is nothing when the money is the same', {}, { id: 'quote-2' }, []],
    ['tells what is due', {}, { dueToday: 1 }, ['Due today: $0.01 instead of $1,550.96.']],
    [
      'tells what each period costs, though nothing is due today',
      { dueToday: 0 },
      { dueToday: 0, perPeriod: 300_000 },
      ['After that: $3,000.00 per year instead of $2,640.00.'],
    ],
    [
      'tells what is credited later',
      { creditToInvoice: 83_950 },
      { creditToInvoice: 90_000 },
      ['Credit on your next invoice: $900.00 instead of $839.50.'],
    ],
    [
      'tells what is lost, also when nothing was before',
      {},
      { forfeit: { ...forfeit, amount: 411 } },
      ['Prepaid time that is lost: $4.11 instead of $0.00.'],
    ],
    [
      'is silent about another day without a loss as long as as much is lost',
      { forfeit: { ...forfeit, amount: 411 } },
      { forfeit: { ...forfeit, amount: 411, lostDays: 2 } },
      [],
    ],
  ];
  for (const [what, before, after, told] of cases) {
    it(what, () => {
      const newer = { ...quote, ...after };
      const differences = quoteDifferences({ ...quote, ...before }, newer);
      assert.deepEqual(differencesTold(differences, newer, l), told);
    });
  }
});
