import { isOwed } from '../model/notice.ts';
import { type Watch, watchSchema } from '../model/watch.ts';
import type { WaitingKind } from '../ports/waitingKind.ts';

/** A watch owes one notice: that it is over. */
export const waitingWatch: WaitingKind<Watch> = {
  schema: watchSchema,
  documentId: ({ id }) => id,
  row: ({ id, tenantId, startedAt, nextCheckAt, notice }) => ({
    id,
    tenantId,
    since: startedAt,
    nextCheckAt,
    owes: notice !== undefined && isOwed({ status: notice }),
  }),
  woken: (watch, at) => (watch.state === 'open' ? { ...watch, nextCheckAt: at } : watch),
  notices: ({ userId, conversation, notice, delivery }) =>
    notice ? [{ state: { conversation, status: notice, delivery }, userId, muted: false }] : [],
  withNotice: (watch, _place, { conversation, status, delivery }) => ({
    ...watch,
    conversation,
    notice: status,
    ...(delivery ? { delivery } : {}),
  }),
};
