import { isOwed, noticesWith } from '../model/notice.ts';
import type { WaitingKind } from '../ports/waitingKind.ts';
import { type CaseNotice, caseSchema, isOver, type SupportCase } from './case.ts';

/**
 * A case waits as long as it is open, so that rows which wait are the open cases, most urgent first. Each
 * person has one open case about the same thing.
 */
export const waitingCase: WaitingKind<SupportCase, CaseNotice> = {
  schema: caseSchema,
  documentId: ({ id }) => id,
  row: (one) => ({
    id: one.id,
    tenantId: one.tenantId,
    since: one.startedAt,
    nextCheckAt: one.nextCheckAt,
    owes: one.notices.some(isOwed),
    exclusive: aboutKey(one),
  }),
  woken: (one, at) => (isOver(one) ? one : { ...one, nextCheckAt: at }),
  notices: ({ notices, userId }) =>
    notices.map((notice) => ({ state: notice, userId, muted: false })),
  withNotice: (one, place, state) => ({
    ...one,
    notices: noticesWith(one.notices, place, state),
  }),
};

/** Who asks about what. An order is more than its subscription, whatever else is being talked about. */
export function aboutKey({
  tenantId,
  userId,
  about: { orderId, changeId, moveId, subscriptionId },
}: Pick<SupportCase, 'tenantId' | 'userId' | 'about'>): string {
  return JSON.stringify([tenantId, userId, orderId ?? changeId ?? moveId ?? subscriptionId ?? '']);
}
