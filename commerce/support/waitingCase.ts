import { isOwed, type NoticeState, noticesWith } from '../model/notice.ts';
import type { WaitingKind } from '../ports/waitingKind.ts';
import { type CaseNotice, caseSchema, isOver, type SupportCase } from './case.ts';
import { pending } from './changes.ts';
import { behind } from './talk.ts';

/** They are for nobody but who is meant, wherever else somebody could be reached. */
const staying: readonly CaseNotice['kind'][] = [
  'card',
  'message',
  'unsure',
  'talkOver',
  'shown',
  'kept',
];

/**
 * A case waits as long as it is open, so that rows which wait are the open cases, most urgent first. Each
 * person has one open case about the same thing. Besides its notices a case owes the cards and messages, and the
 * entry on the board, that show an old revision.
 */
export const waitingCase: WaitingKind<SupportCase, CaseNotice> = {
  schema: caseSchema,
  documentId: ({ id }) => id,
  row: (one) => ({
    id: one.id,
    tenantId: one.tenantId,
    since: one.startedAt,
    nextCheckAt: one.nextCheckAt,
    owes:
      one.notices.some(isOwed) ||
      [...one.cards, ...one.live].some(({ revision }) => revision < one.revision) ||
      one.onBoard < one.revision ||
      behind(one).length > 0,
    exclusive: aboutKey(one),
  }),
  woken: (one, at) => (isOver(one) ? one : { ...one, nextCheckAt: at }),
  notices: ({ notices, userId }) =>
    notices.map((notice) => ({
      state: notice,
      userId,
      muted: false,
      ...(staying.includes(notice.kind) ? { staysThere: true } : {}),
    })),
  withNotice: (one, place, state) => ({
    ...one,
    notices: [...noticesWith(one.notices, place, state), ...reportOf(one, place, state)],
  }),
};

/** Who wrote a message that may not have come is told, in the same write. */
function reportOf(one: SupportCase, place: number, { status }: NoticeState): CaseNotice[] {
  const { kind, message } = one.notices[place] ?? {};
  const isLost = kind === 'message' && (status === 'ambiguous' || status === 'undeliverable');
  const written = isLost && one.messages.find(({ id }) => id === message);
  return written ? [{ ...pending(written.conversation, 'unsure'), message: written.id }] : [];
}

/** Who asks about what. An order is more than its subscription, whatever else is being talked about. */
export function aboutKey({
  tenantId,
  userId,
  about: { orderId, changeId, moveId, subscriptionId },
}: Pick<SupportCase, 'tenantId' | 'userId' | 'about'>): string {
  return JSON.stringify([tenantId, userId, orderId ?? changeId ?? moveId ?? subscriptionId ?? '']);
}
