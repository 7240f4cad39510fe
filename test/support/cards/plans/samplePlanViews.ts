/** The plans card: one plan, many, a proposed one, and prices beside today's. */
import { plansCard } from '../../../../cards/upgrade/plansCard.ts';
import { money } from '../../../../commerce/model/money.ts';
import { samplesOf } from '../cardSamples.ts';
import { fullItem, longName, longNames, names, plainItem } from '../sampleData.ts';

export const planSamples = samplesOf(plansCard, {
  none: { ...names, quantity: 25, items: [], page: 1, pages: 1, cappedNames: [longName] },
  one: {
    ...names,
    alone: true,
    quantity: 1,
    items: [plainItem],
    page: 1,
    pages: 1,
    cappedNames: [],
  },
  recommended: {
    ...names,
    recommended: plainItem.choice,
    today: money(1_250, 'USD'),
    quantity: 25,
    items: [plainItem, { ...plainItem, choice: 'as long', perLicence: money(1_250, 'USD') }],
    page: 1,
    pages: 1,
    cappedNames: [],
  },
  'one licence more': {
    ...names,
    today: money(2_199, 'USD'),
    quantity: 1,
    items: [plainItem],
    page: 1,
    pages: 1,
    cappedNames: [],
  },
  'one licence less': {
    ...names,
    today: money(2_201, 'USD'),
    quantity: 1,
    items: [plainItem],
    page: 1,
    pages: 1,
    cappedNames: [],
  },
  'more than fit': {
    ...longNames,
    today: money(123_456_789, 'SEK'),
    quantity: 100_000,
    items: Array.from({ length: 5 }, () => fullItem),
    page: 1,
    pages: 3,
    cappedNames: Array.from({ length: 8 }, () => longName),
  },
  'as many as fit': {
    ...names,
    quantity: 25,
    items: Array.from({ length: 5 }, () => plainItem),
    page: 1,
    pages: 1,
    cappedNames: [],
  },
  full: {
    ...longNames,
    today: money(123_456_789, 'SEK'),
    quantity: 100_000,
    items: Array.from({ length: 5 }, () => fullItem),
    page: 2,
    pages: 3,
    cappedNames: Array.from({ length: 8 }, () => longName),
  },
});
