import { isOwed, noticesWith } from '../model/notice.ts';
import type { WaitingKind } from '../ports/waitingKind.ts';
import { type Approval, type ApprovalNotice, approvalSchema, isPending } from './approval.ts';

/** An approval waits until it is decided or runs out. A subscription has one at a time. */
export const waitingApproval: WaitingKind<Approval, ApprovalNotice> = {
  schema: approvalSchema,
  documentId: ({ id }) => id,
  row: ({ id, tenantId, startedAt, nextCheckAt, notices, cards, subscriptionId, ...one }) => ({
    id,
    tenantId,
    since: startedAt,
    nextCheckAt,
    owes: notices.some(isOwed) || cards.some(({ revision }) => revision < one.revision),
    exclusive: JSON.stringify([tenantId, subscriptionId]),
  }),
  woken: (approval, at) => (isPending(approval) ? { ...approval, nextCheckAt: at } : approval),
  // What is asked of one person, or told to who has asked, is nobody else's.
  notices: ({ notices }) =>
    notices.map((notice) => ({
      state: notice,
      userId: notice.userId,
      muted: false,
      staysThere: true,
    })),
  withNotice: (approval, place, state) => ({
    ...approval,
    notices: noticesWith(approval.notices, place, state),
  }),
};
