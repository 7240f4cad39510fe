import type { ZodType } from 'zod';
import { isOwed, type NoticeState, noticesWith } from '../model/notice.ts';
import type { WaitingKind } from './waitingKind.ts';

/** What a thing that waits has, where it owes its notices to the person who began it. */
interface WithNotices<N> {
  id: string;
  tenantId: string;
  userId: string;
  startedAt: string;
  nextCheckAt?: string | undefined;
  notices: N[];
}

/** Its kind. It is looked at as long as it says when; nothing keeps another one from waiting as well. */
export function waitingWithNotices<N extends NoticeState, T extends WithNotices<N>>(
  schema: ZodType<T>,
): WaitingKind<T, N> {
  return {
    schema,
    documentId: ({ id }) => id,
    row: ({ id, tenantId, startedAt, nextCheckAt, notices }) => ({
      id,
      tenantId,
      since: startedAt,
      nextCheckAt,
      owes: notices.some(isOwed),
    }),
    woken: (thing, at) => (thing.nextCheckAt === undefined ? thing : { ...thing, nextCheckAt: at }),
    notices: ({ notices, userId }) =>
      notices.map((notice) => ({ state: notice, userId, muted: false })),
    withNotice: (thing, place, state) => ({
      ...thing,
      notices: noticesWith(thing.notices, place, state),
    }),
  };
}
