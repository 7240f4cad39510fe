/** Every card, from the plain to the extreme: what the card tests walk. */
import { answerCard } from '../../../cards/answers/answerCard.ts';
import type { CardId } from '../../../cards/cards.ts';
import { homeCard } from '../../../cards/root/homeCard.ts';
import { offeredIntents, readingsCard } from '../../../cards/root/readingsCard.ts';
import { comparisonCard } from '../../../cards/upgrade/comparisonCard.ts';
import { diagnosisCard } from '../../../cards/upgrade/diagnosisCard.ts';
import { productsCard } from '../../../cards/upgrade/productsCard.ts';
import { type Reason, reasonCodes, remedyGroups } from '../../../commerce/diagnosis/reason.ts';
import { type Warning, warningCodes } from '../../../commerce/diagnosis/warning.ts';
import { dataServiceSchema } from '../../../commerce/model/plan.ts';
import {
  type Subscription,
  subscriptionStatusSchema,
} from '../../../commerce/model/subscription.ts';
import { loadArticles } from '../../../locales/articles.ts';
import { locales } from '../../../locales/localiser.ts';
import { sampleApprovalCards, sampleApprovalNotices } from './approvals/sampleApprovalViews.ts';
import { type CardSamples, samplesOf } from './cardSamples.ts';
import { checkedSamples } from './cases/checkedSamples.ts';
import { caseNoticeSamples, caseSamples } from './cases/sampleCaseViews.ts';
import { planSamples } from './plans/samplePlanViews.ts';
import { changeNoticeSamples, changeSamples } from './sampleChangeViews.ts';
import { checkoutSamples } from './sampleCheckoutViews.ts';
import { connectSamples } from './sampleConnectViews.ts';
import {
  featureIds,
  fullItem,
  hostileName,
  longName,
  longNames,
  names,
  now,
  plainItem,
  seen,
  subscription,
  timeZone,
  unknownContract,
} from './sampleData.ts';
import { moveSamples } from './sampleMovingViews.ts';
import { orderSamples } from './sampleOrderViews.ts';
import { placeholders, sentences } from './strictLocaliser.ts';

/** The reasons that can be found so far: those that have sentences. */
const knownReasons = reasonCodes.filter((code) => sentences('en-US').has(`reasons.${code}.title`));

const warningsWith = (values: Warning['values']): Warning[] =>
  warningCodes.map((code) => ({ code, values }));

/** A reason with a value for each blank of its sentences. */
function reason(code: Reason['code']): Reason {
  const blanks = [...sentences('en-US')]
    .filter(([key]) => key.startsWith(`reasons.${code}.`))
    .flatMap(([, sentence]) => placeholders(sentence));
  const steps = [...sentences('en-US').keys()].flatMap(
    (key) => key.split(`reasons.${code}.steps.`)[1] ?? [],
  );
  return {
    code,
    group: remedyGroups[reasonCodes.indexOf(code) % remedyGroups.length] ?? 'support',
    values: Object.fromEntries(blanks.map((name) => [name, name === 'count' ? 3 : longName])),
    ...(steps.length > 0 ? { steps } : {}),
    ...(code === 'LICENSE_CONFLICT' ? { toFree: 3 } : {}),
    link: 'https://admin.microsoft.com/Adminportal/Home#/licenses',
    recheckAt: now,
  };
}

/**
 * Three plans that differ in every way that three plans can: each feature is gained or lost by
 * another choice of them.
 */
const unlikeItems = [1, 2, 4].map((bit) => {
  const by = (first: number) =>
    featureIds.slice(first, first + 19).filter((_, index) => ((index % 7) + 1) & bit);
  return {
    ...fullItem,
    comparison: {
      higher: dataServiceSchema.options.slice(0, bit),
      same: dataServiceSchema.options.slice(bit, 4),
      lost: dataServiceSchema.options.slice(4),
      featuresGained: by(0),
      featuresLost: by(19),
    },
  };
});

const monthly: Subscription = {
  ...subscription,
  quantity: 1,
  assigned: 'unknown',
  term: 'P1M',
};

export const sampleCards: Record<CardId, CardSamples> = {
  approval: sampleApprovalCards,
  home: samplesOf(homeCard, {
    first: { organisation: 'Contoso', openOrders: 0 },
    'one open order': { organisation: 'Contoso', openOrders: 1 },
    full: { organisation: hostileName, openOrders: 1234 },
  }),
  readings: samplesOf(readingsCard, {
    ...Object.fromEntries(offeredIntents.map((intent) => [intent, { intents: [intent] }] as const)),
    two: { intents: ['withdraw', 'status'] },
  }),
  products: samplesOf(productsCard, {
    none: { items: [], page: 1, pages: 1, ...seen },
    one: {
      items: [{ planName: names.sourceName, subscription, shared: false, choice: 'sub-1' }],
      page: 1,
      pages: 1,
      ...seen,
    },
    full: {
      items: subscriptionStatusSchema
        .unwrap()
        .options.slice(0, 5)
        .map((status) => ({
          planName: longName,
          subscription: {
            ...subscription,
            status,
            quantity: 1_000_000,
            assigned: 999_999,
            autoRenew: false,
          },
          shared: true,
          choice: 'x'.repeat(64),
        })),
      page: 2,
      pages: 30,
      ...seen,
    },
    'other states': {
      items: subscriptionStatusSchema
        .unwrap()
        .options.slice(5)
        .map((status) => ({
          planName: names.sourceName,
          subscription: { ...monthly, status },
          shared: false,
          choice: 'sub-2',
        })),
      page: 3,
      pages: 3,
      ...seen,
    },
    'contract unknown': {
      items: [
        {
          planName: names.sourceName,
          subscription: { ...subscription, ...unknownContract },
          shared: false,
          choice: 'sub-1',
        },
      ],
      page: 1,
      pages: 1,
      ...seen,
    },
  }),
  diagnosis: {
    ...checkedSamples,
    ...samplesOf(diagnosisCard, {
      one: {
        planName: names.sourceName,
        reasons: [reason('LICENSE_CONFLICT')],
        warnings: [],
        agreement: 'MOSA',
        userList: false,
        ...seen,
      },
      preparable: {
        planName: names.sourceName,
        reasons: [reason('INSUFFICIENT_ROLE')],
        warnings: [],
        agreement: 'MCA',
        userList: false,
        preparable: true,
        alone: true,
        ...seen,
      },
      'agreement unknown': {
        planName: names.sourceName,
        reasons: [reason('LICENSE_CONFLICT')],
        warnings: [],
        agreement: 'unknown',
        userList: false,
        ...seen,
      },
      'nothing changed': {
        planName: names.sourceName,
        reasons: [reason('UNPAID_BALANCE')],
        warnings: warningsWith({ names: names.sourceName, on: '2026-03-01' }),
        agreement: 'MCA',
        userList: false,
        changes: { gone: [], added: [] },
        ...seen,
      },
      full: {
        planName: longName,
        reasons: [...knownReasons, ...knownReasons, ...knownReasons].slice(0, 24).map(reason),
        changes: { gone: knownReasons.slice(0, 3), added: knownReasons.slice(3, 6) },
        warnings: warningsWith({ names: longName, more: 12, on: '2026-03-01', context: 'more' }),
        agreement: 'CSP',
        userList: true,
        ...seen,
      },
    }),
  },
  plans: planSamples,
  comparison: samplesOf(comparisonCard, {
    plain: { ...names, items: [plainItem, { ...plainItem, choice: 'other' }] },
    'two unlike plans': {
      ...names,
      items: [plainItem, { ...fullItem, plan: { ...fullItem.plan, seatCap: 300 } }],
    },
    'three unlike plans': { ...longNames, items: unlikeItems },
  }),
  ...checkoutSamples,
  ...connectSamples,
  ...orderSamples,
  ...changeSamples,
  ...moveSamples,
  ...caseSamples,
  notice: {
    ...orderSamples.notice,
    ...changeNoticeSamples,
    ...caseNoticeSamples,
    ...sampleApprovalNotices,
  },
  answer: samplesOf(answerCard, {
    help: { id: 'help', references: [], back: false },
    support: { id: 'support', references: ['UPG-0A1B2C3D', ...reasonCodes], back: true },
    desk: {
      ...{ id: 'support', references: [], back: true },
      desk: { hours: { isOpen: true, until: now }, answerBy: now, timeZone },
    },
    told: { title: 'An answer of the catalogue', paragraphs: ['One plain sentence.'], back: true },
    ...Object.fromEntries(
      loadArticles().flatMap((article) =>
        locales.map((locale) => [
          `${article.slug} in ${locale}`,
          { ...article[locale], links: article.links, back: true },
        ]),
      ),
    ),
  }),
};
