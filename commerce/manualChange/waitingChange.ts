import { isOwed } from '../model/notice.ts';
import type { WaitingKind } from '../ports/waitingKind.ts';
import { type ChangeNotice, type ManualChange, manualChangeSchema } from './manualChange.ts';

/** A change waits while a plan that was bought is looked for, and owes what came of that. */
export const waitingChange: WaitingKind<ManualChange, ChangeNotice> = {
  schema: manualChangeSchema,
  documentId: ({ id }) => id,
  row: ({ id, tenantId, startedAt, nextCheckAt, notices }) => ({
    id,
    tenantId,
    since: startedAt,
    nextCheckAt,
    owes: notices.some(isOwed),
  }),
  woken: (change, at) =>
    change.nextCheckAt === undefined ? change : { ...change, nextCheckAt: at },
  notices: ({ notices, userId }) =>
    notices.map((notice) => ({ state: notice, userId, muted: false })),
  withNotice: (change, place, { conversation, status, delivery }) => ({
    ...change,
    notices: change.notices.map((notice, index) =>
      index === place
        ? { ...notice, conversation, status, ...(delivery ? { delivery } : {}) }
        : notice,
    ),
  }),
};
