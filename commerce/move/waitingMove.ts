import { type Move, type MoveNotice, moveSchema } from '../model/move/move.ts';
import { isOwed } from '../model/notice.ts';
import type { WaitingKind } from '../ports/waitingKind.ts';

/** A move owes a notice when it has come to an end, or can't go on by itself. */
export const waitingMove: WaitingKind<Move, MoveNotice> = {
  schema: moveSchema,
  documentId: ({ id }) => id,
  row: ({ id, tenantId, startedAt, nextCheckAt, notices }) => ({
    id,
    tenantId,
    since: startedAt,
    nextCheckAt,
    owes: notices.some(isOwed),
  }),
  woken: (move, at) => (move.nextCheckAt === undefined ? move : { ...move, nextCheckAt: at }),
  notices: ({ notices, userId }) =>
    notices.map((notice) => ({ state: notice, userId, muted: false })),
  withNotice: (move, place, { conversation, status, delivery }) => ({
    ...move,
    notices: move.notices.map((notice, index) =>
      index === place
        ? { ...notice, conversation, status, ...(delivery ? { delivery } : {}) }
        : notice,
    ),
  }),
};
