/** Cards of support cases. */
import { caseNoticeCard } from '../../../../cards/orders/caseNoticeCard.ts';
import { suggestionCard } from '../../../../cards/orders/suggestionCard.ts';
import { agentNoticeCard } from '../../../../cards/support/agentNoticeCard.ts';
import { askCard } from '../../../../cards/support/askCard.ts';
import { caseCard } from '../../../../cards/support/caseCard.ts';
import { deskCard } from '../../../../cards/support/deskCard.ts';
import { guideCard } from '../../../../cards/support/guideCard.ts';
import { messageCard } from '../../../../cards/support/messageCard.ts';
import { type MyCaseView, myCaseCard } from '../../../../cards/support/myCaseCard.ts';
import type { BoardEntry } from '../../../../commerce/support/board.ts';
import {
  caseEventSchema,
  caseNoticeKindSchema,
  caseStateSchema,
  type SupportCase,
} from '../../../../commerce/support/case.ts';
import { boardFilters } from '../../../../commerce/support/desk.ts';
import { sideSchema } from '../../../../commerce/support/parts/messages.ts';
import { shareableSchema } from '../../../../commerce/support/parts/push.ts';
import { loadArticles } from '../../../../locales/articles.ts';
import { samplesOf } from '../cardSamples.ts';
import { guid, hostileName, longName, now, timeZone } from '../sampleData.ts';

export const sampleCase: SupportCase = {
  v: 1,
  id: 'CASE-7K3M9QX2',
  tenantId: 'tenant-1',
  openedBy: { userId: 'adele', name: 'Adele Vance' },
  userId: 'adele',
  conversation: 'tenant-1/msteams/a:1',
  locale: 'en-US',
  about: { subscriptionId: 'sub-1' },
  question: '',
  snapshot: { reasons: ['LICENSE_CONFLICT'], correlation: [], lines: [] },
  state: 'new',
  revision: 0,
  startedAt: now,
  changedAt: now,
  answerBy: now,
  nextCheckAt: now,
  audit: [{ at: now, by: 'adele', event: 'open', to: 'new' }],
  notices: [],
  messages: [],
  looks: [],
  cards: [],
  live: [],
  onBoard: -1,
};
const agent = { userId: 'agent', name: hostileName };

const plain: MyCaseView = {
  found: sampleCase,
  hours: { isOpen: true, until: now },
  asOf: now,
  timeZone,
};

const file: SupportCase['snapshot'] = {
  reasons: ['LICENSE_CONFLICT', 'PREPAID', 'SEAT_CAP'],
  subscription: {
    ...{ id: 'sub-1', skuId: guid, status: 'active', quantity: 25, assigned: 'unknown' },
    ...{ term: 'P1Y', billing: 'annual', agreement: 'MCA' },
  },
  quote: {
    ...{ id: 'quote-1', targetSkuId: guid, quantity: 25, term: 'P1Y', billing: 'annual' },
    ...{ currency: 'SEK', dueToday: 7_400_000, creditToInvoice: 0, perPeriod: 7_400_000 },
  },
  order: {
    ...{ id: 'UPG-7K3M9QX2', state: 'failed', sourceSkuId: guid, targetSkuId: guid, quantity: 25 },
    timeline: Array.from({ length: 20 }, () => ({
      ...{ at: now, event: 'refused', to: 'failed' as const, code: 'CODE-OF-FORTY-CHARACTERS' },
    })),
  },
  correlation: [guid, guid, guid],
  lines: Array.from({ length: 8 }, () => ({
    by: 'customer' as const,
    text: hostileName.repeat(8),
  })),
};
const seen: SupportCase['snapshot'] = {
  ...file,
  reasons: [],
  order: {
    ...(file.order as NonNullable<typeof file.order>),
    timeline: file.order?.timeline.slice(0, 5) ?? [],
  },
  owned: Array.from({ length: 9 }, (_, at) => ({
    ...{ skuId: guid, status: 'active', quantity: 25, assigned: at === 0 ? 'unknown' : at },
  })),
};
const entry: BoardEntry = {
  ...{ id: sampleCase.id, tenantId: 'tenant-1', state: 'new', name: hostileName },
  ...{ startedAt: now, revision: 0, agent },
  answerBy: now,
};
const { id: reference } = sampleCase;
const written = {
  ...{
    id: '1',
    from: 'agent' as const,
    name: hostileName,
    conversation: 'x',
    at: now,
    revision: 0,
  },
  text: hostileName.repeat(20),
};
const files = [
  { name: hostileName, url: 'https://contoso.sharepoint.com/a', needsAccess: true as const },
  { name: 'log.txt', url: 'https://example.com/log.txt' },
  { name: 'image/png' },
];
const place = { page: 2, pages: 3, timeZone };

export const caseSamples = {
  case: samplesOf(caseCard, {
    plain: { found: sampleCase, asOf: now, timeZone },
    ...Object.fromEntries(
      caseStateSchema.options.map((state) => [
        state,
        { found: { ...sampleCase, state, agent }, topic: longName, asOf: now, timeZone },
      ]),
    ),
    ...Object.fromEntries(
      caseEventSchema.options.map((event) => [
        `file, ${event}`,
        {
          found: {
            ...sampleCase,
            locale: 'sv-SE',
            question: hostileName.repeat(20),
            openedBy: agent,
            agent,
            messages: Array.from({ length: 9 }, (_, at) => ({
              ...{ ...written, from: at > 7 ? ('customer' as const) : ('agent' as const) },
              ...(at > 7 ? { files: files.slice(0, 2) } : {}),
            })),
            looks: (event === 'open' ? [] : shareableSchema.options).map((what) => ({
              ...{
                what,
                at: now,
                by: event === 'share' ? ('customer' as const) : ('agent' as const),
              },
              snapshot: event === 'keep' ? { reasons: [], correlation: [], lines: [] } : seen,
            })),
            snapshot: {
              ...file,
              lines: file.lines.map(({ text }, at) => ({ by: at % 2 ? 'bot' : 'customer', text })),
            } as SupportCase['snapshot'],
            audit: Array.from({ length: 20 }, () => ({
              ...{ at: now, by: 'agent', event, to: 'new' as const, note: hostileName.repeat(9) },
            })),
          },
          topic: longName,
          step: 'review',
          planNames: { [guid]: longName },
          asOf: now,
          timeZone,
        },
      ]),
    ),
  }),
  desk: samplesOf(deskCard, {
    ...Object.fromEntries(
      boardFilters.flatMap((filter) => [
        [`none, ${filter}`, { filter, total: 0, items: [], page: 1, pages: 1, timeZone }],
        [`one, ${filter}`, { filter, total: 1, items: [{ entry, choice: entry.id }], ...place }],
      ]),
    ),
    full: {
      ...{ filter: 'all', total: 1_000 },
      items: caseStateSchema.options
        .slice(0, 5)
        .map((state) => ({ entry: { ...entry, state }, choice: entry.id })),
      ...place,
    },
  }),
  'case-message': {
    ...samplesOf(messageCard, {
      ...Object.fromEntries(
        sideSchema.options.map((from) => [from, { message: { ...written, from }, reference }]),
      ),
      files: { message: { ...written, text: '', files }, reference },
      edited: { message: { ...written, revision: 1 }, reference },
      deleted: { message: { ...written, text: '', isDeleted: true }, reference },
    }),
    ...samplesOf(agentNoticeCard, {
      unsure: { kind: 'unsure', reference, text: hostileName.repeat(9) },
      talkOver: { kind: 'talkOver', reference },
      shown: { kind: 'shown', reference, text: hostileName },
      kept: { kind: 'kept', reference },
    }),
  },
  guide: samplesOf(guideCard, {
    all: {
      reference,
      articles: loadArticles().map(({ slug, ...one }) => ({ slug, title: one['sv-SE'].title })),
      words: hostileName,
    },
  }),
  'case-ask': samplesOf(
    askCard,
    Object.fromEntries(
      shareableSchema.options.map((what, at) => [
        what,
        { message: at === 0 ? { ...written, text: '' } : written, what, reference },
      ]),
    ),
  ),
  'my-case': samplesOf(myCaseCard, {
    plain,
    ...Object.fromEntries(
      caseStateSchema.options.map((state) => [
        state,
        {
          ...plain,
          found: { ...sampleCase, state, agent },
          topic: longName,
          hours: { isOpen: false, until: now },
        },
      ]),
    ),
    full: {
      ...plain,
      found: { ...sampleCase, state: 'solved', agent, question: hostileName.repeat(20) },
      topic: longName,
      reopenUntil: now,
    },
  }),
};

export const caseNoticeSamples = {
  ...samplesOf(suggestionCard, { suggestion: { message: written, reference } }),
  ...samplesOf(
    caseNoticeCard,
    Object.fromEntries(
      caseNoticeKindSchema.options.map((kind) => [
        `case ${kind}`,
        { kind, found: { ...sampleCase, agent } },
      ]),
    ),
  ),
};
