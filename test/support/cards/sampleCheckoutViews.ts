/** Cards from configuring to placing an order. */

import { configureCard } from '../../../cards/upgrade/configureCard.ts';
import { forfeitCard } from '../../../cards/upgrade/forfeitCard.ts';
import type { ConfigureView } from '../../../cards/upgrade/itemsForm.ts';
import { changeItemsCard } from '../../../cards/upgrade/review/changeItemsCard.ts';
import { changePaymentCard } from '../../../cards/upgrade/review/changePaymentCard.ts';
import { changeSoldToCard } from '../../../cards/upgrade/review/changeSoldToCard.ts';
import { reviewCard } from '../../../cards/upgrade/review/reviewCard.ts';
import type { ReviewView } from '../../../cards/upgrade/review/reviewView.ts';
import { money } from '../../../commerce/model/money.ts';
import type { QuoteLine } from '../../../commerce/model/quote.ts';
import { samplesOf } from './cardSamples.ts';
import {
  address,
  billedTo,
  card,
  featureIds,
  hostileAddress,
  invoice,
  longNames,
  names,
  quote,
  timeZone,
} from './sampleData.ts';

const configure: ConfigureView = {
  ...names,
  minimum: 25,
  options: [
    { term: 'P1M', billing: 'monthly', price: money(2640, 'USD'), assumed: false },
    { term: 'P1Y', billing: 'annual', price: money(26_400, 'USD'), assumed: false },
  ],
  quantity: 25,
  term: 'P1Y',
  billing: 'annual',
  featuresLost: [],
};

const configureFull: ConfigureView = {
  ...configure,
  ...longNames,
  minimum: 1200,
  maximum: 1_000_000,
  quantity: 1200,
  featuresLost: [...featureIds],
  options: [
    { term: 'P1M', billing: 'monthly', price: money(264_000_00, 'SEK'), assumed: true },
    { term: 'P1Y', billing: 'monthly', price: money(264_000_00, 'SEK'), assumed: true },
    { term: 'P1Y', billing: 'annual', price: money(264_000_00, 'SEK'), assumed: true },
    { term: 'P3Y', billing: 'monthly', price: money(264_000_00, 'SEK'), assumed: true },
    { term: 'P3Y', billing: 'annual', price: money(264_000_00, 'SEK'), assumed: true },
    { term: 'P3Y', billing: 'triennial', price: money(264_000_00, 'SEK'), assumed: true },
  ],
  problem: { key: 'cards.configure.quantityError.atLeast', values: { minimum: 1200 } },
};

const addOn: ReviewView['addOns'][number] = {
  subscriptionId: 'sub-2',
  skuId: '4ef96642-f096-40de-a3e9-d83fb2f90211',
  name: 'Microsoft Defender for Office 365 (Plan 1)',
  quantity: 1,
  fate: 'included',
  charge: 200,
  billing: 'monthly',
};

/** Ten add-ons of every fate, with the longest names and dear. */
const manyAddOns = Array.from({ length: 10 }, (_, index): typeof addOn => ({
  ...addOn,
  skuId: `4ef96642-f096-40de-a3e9-d83fb2f9021${index}`,
  name: longNames.sourceName,
  quantity: 1_000_000,
  fate: (['included', 'carried', 'redundant'] as const)[index % 3] ?? 'included',
  charge: 123_456_789_012,
  billing: 'triennial',
}));

function creditFor({ skuId, quantity, charge }: typeof addOn): QuoteLine {
  const part = { days: 1095, ofDays: 1096 };
  return { kind: 'credit', skuId, quantity, unitPrice: charge, ...part, amount: -charge };
}

const soldToProblem = { key: 'cards.soldTo.streetError', values: {} };

/** What a plain review shows. */
export const sampleReview: ReviewView = {
  ...names,
  quote,
  addOns: [],
  payment: card,
  featuresLost: [],
  takesBack: true,
  timeZone,
};

/** The same with everything that may come together. */
export const sampleReviewFull: ReviewView = {
  ...longNames,
  quote: {
    ...quote,
    quantity: 1_000_000,
    term: 'P3Y',
    billing: 'triennial',
    currency: 'SEK',
    dueToday: 123_456_789_012,
    creditToInvoice: 123_456_789_012,
    perPeriod: 123_456_789_012,
    lines: [...quote.lines, ...manyAddOns.map(creditFor)],
    forfeit: { amount: 123_456_789, lostDays: 1095, noLossFrom: '2028-02-29' },
    assumedPrice: true,
    soldTo: hostileAddress,
    billedTo: { ...billedTo, ...hostileAddress, email: `${'a'.repeat(60)}@contoso.example` },
    creditCheck: true,
  },
  addOns: manyAddOns,
  payment: invoice,
  featuresLost: [...featureIds],
  commitment: { total: money(123_456_789_012, 'SEK'), until: '2029-02-28' },
  creditCheckBy: '2026-11-25',
  creditInvoiceBy: '2026-12-23',
  declinedBefore: 'again',
  takesBack: true,
  difference: money(12_345_678_901, 'SEK'),
  timeZone,
};

export const checkoutSamples = {
  configure: samplesOf(configureCard, { plain: configure, full: configureFull }),
  review: samplesOf(reviewCard, {
    plain: sampleReview,
    'for approval by role': { ...sampleReview, approval: 'role' },
    'for approval above a limit': { ...sampleReview, approval: 'limit' },
    'payment unknown': { ...names, quote, addOns: [], featuresLost: [], takesBack: true, timeZone },
    'never taken back': {
      ...names,
      quote,
      addOns: [],
      payment: card,
      featuresLost: [],
      takesBack: false,
      timeZone,
    },
    'part of a month': {
      ...names,
      quote: {
        ...quote,
        billing: 'monthly',
        lines: [
          {
            kind: 'newCharge',
            skuId: quote.targetSkuId,
            quantity: 1,
            unitPrice: 643,
            days: 1,
            ofDays: 30,
            amount: 21,
          },
        ],
        creditCheck: true,
      },
      addOns: [addOn],
      payment: invoice,
      featuresLost: [...featureIds],
      commitment: { total: money(123_456_789_012, 'SEK'), until: '2029-02-28' },
      takesBack: true,
      difference: money(-1_250, 'USD'),
      timeZone,
    },
    full: sampleReviewFull,
    'not by invoice again': {
      ...names,
      quote,
      addOns: [],
      payment: card,
      featuresLost: [],
      declinedBefore: 'avoided',
      takesBack: true,
      timeZone,
    },
    'one day forfeited': {
      ...names,
      quote: { ...quote, forfeit: { amount: 100, lostDays: 1, noLossFrom: '2026-11-24' } },
      addOns: [],
      payment: card,
      featuresLost: [],
      takesBack: true,
      timeZone,
    },
  }),
  forfeit: samplesOf(forfeitCard, {
    'one day': {
      ...names,
      quote: { ...quote, forfeit: { amount: 100, lostDays: 1, noLossFrom: '2026-11-24' } },
      timeZone,
    },
    full: {
      ...longNames,
      quote: {
        ...quote,
        currency: 'SEK',
        forfeit: { amount: 123_456_789, lostDays: 1095, noLossFrom: '2028-02-29' },
      },
      timeZone,
    },
  }),
  'change-soldto': samplesOf(changeSoldToCard, {
    plain: { soldTo: address },
    full: { soldTo: hostileAddress, problem: soldToProblem },
    'country unknown': { soldTo: { ...address, country: '??' } },
  }),
  'change-payment': samplesOf(changePaymentCard, {
    plain: {
      methods: [{ ...card, usable: true, declined: false }],
      chosen: card.id,
      invoiceFrom: money(100_000, 'USD'),
    },
    'none known': { methods: [] },
    'none usable': {
      methods: [{ ...invoice, usable: false, declined: false }],
      chosen: invoice.id,
      invoiceFrom: money(100_000, 'USD'),
    },
    full: {
      methods: Array.from({ length: 10 }, (_, index) => ({
        ...invoice,
        id: `pm-${index}`,
        usable: index < 5,
        declined: index % 2 === 0,
      })),
      chosen: 'pm-9',
      invoiceFrom: money(123_456_789_00, 'SEK'),
    },
  }),
  'change-items': samplesOf(changeItemsCard, { plain: configure, full: configureFull }),
};
