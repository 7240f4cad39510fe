/** Cards of support cases. */
import { caseNoticeCard } from '../../../../cards/orders/caseNoticeCard.ts';
import { type MyCaseView, myCaseCard } from '../../../../cards/support/myCaseCard.ts';
import {
  caseNoticeKindSchema,
  caseStateSchema,
  type SupportCase,
} from '../../../../commerce/support/case.ts';
import { samplesOf } from '../cardSamples.ts';
import { hostileName, longName, now, timeZone } from '../sampleData.ts';

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
};
const agent = { userId: 'agent', name: hostileName };

const plain: MyCaseView = {
  found: sampleCase,
  hours: { isOpen: true, until: now },
  asOf: now,
  timeZone,
};

export const caseSamples = {
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

export const caseNoticeSamples = samplesOf(
  caseNoticeCard,
  Object.fromEntries(
    caseNoticeKindSchema.options.map((kind) => [
      `case ${kind}`,
      { kind, found: { ...sampleCase, agent } },
    ]),
  ),
);
