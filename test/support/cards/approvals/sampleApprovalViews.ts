/** Cards of orders that wait for approval. */
import { type ApprovalView, approvalCard } from '../../../../cards/approval/approvalCard.ts';
import { approvalNewsCard } from '../../../../cards/approval/approvalNewsCard.ts';
import { approvalNoticeCard } from '../../../../cards/approval/approvalNoticeCard.ts';
import {
  type Approval,
  approvalNoticeKindSchema,
  approvalSchema,
} from '../../../../commerce/approval/approval.ts';
import { samplesOf } from '../cardSamples.ts';
import { sampleReview, sampleReviewFull } from '../sampleCheckoutViews.ts';
import { guid, hostileName, longNames, names, now } from '../sampleData.ts';

const asked: Approval = {
  v: 1,
  id: 'APR-7K3M9QX2',
  tenantId: 'tenant-1',
  askedBy: { userId: 'adele', name: 'Adele Vance' },
  conversation: 'tenant-1/msteams/a:1',
  why: 'role',
  subscriptionId: 'sub-1',
  sourceSkuId: guid,
  targetSkuId: guid,
  quantity: 25,
  quoteId: 'quote-1',
  state: 'asked',
  seen: [],
  startedAt: now,
  changedAt: now,
  expiresAt: now,
  nextCheckAt: now,
  audit: [{ at: now, by: 'adele', event: 'ask', to: 'asked', quoteId: 'quote-1' }],
  notices: [],
  revision: 0,
  cards: [],
};
const decided = { ...asked, decidedBy: { userId: 'robin', name: hostileName } };
const long = { ...decided, note: `${hostileName} `.repeat(20), orderId: 'UPG-7K3M9QX2' };

const view: ApprovalView = { approval: asked, review: sampleReview, may: 'decide' };

const news = (as: 'notice' | 'approval') =>
  samplesOf(
    approvalNewsCard,
    Object.fromEntries(
      approvalSchema.shape.state.options.map((state) => [
        `news, ${state}`,
        { approval: { ...long, state }, ...longNames, in: as },
      ]),
    ),
  );

const shown = samplesOf(approvalCard, {
  plain: view,
  own: { ...view, may: 'withdraw' },
  'of others': { ...view, may: 'look' },
  full: { approval: { ...long, state: 'asked' }, review: sampleReviewFull, may: 'decide' },
  ...Object.fromEntries(
    approvalSchema.shape.state.options.map((state) => [
      state,
      { ...view, approval: { ...decided, state } },
    ]),
  ),
});

export const sampleApprovalCards = { ...shown, ...news('approval') };

export const sampleApprovalNotices = {
  ...news('notice'),
  ...samplesOf(
    approvalNoticeCard,
    Object.fromEntries(
      approvalNoticeKindSchema.options.map((kind) => [
        `approval ${kind}`,
        { kind, approval: decided, ...names },
      ]),
    ),
  ),
  ...samplesOf(approvalNoticeCard, {
    'approval full': { kind: 'returned', approval: long, ...longNames },
  }),
};
