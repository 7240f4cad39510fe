/** The ways in which an approval moves on. Pure: what is not possible any more changes nothing. */
import type { Person } from '../model/order.ts';
import { approvingSeconds } from '../model/policyValues.ts';
import {
  type Approval,
  type ApprovalEvent,
  type ApprovalNoticeKind,
  type ApprovalState,
  isPending,
} from './approval.ts';

interface Transition {
  from: readonly ApprovalState[];
  to: ApprovalState;
  /** What who has asked is told. */
  tells?: ApprovalNoticeKind;
}

type LaterEvent = Exclude<ApprovalEvent, 'ask' | 'see'>;

const transitions: Readonly<Record<LaterEvent, Transition>> = {
  approve: { from: ['asked'], to: 'approving' },
  goBack: { from: ['approving'], to: 'asked' },
  order: { from: ['asked', 'approving'], to: 'approved', tells: 'approved' },
  overtake: { from: ['approving'], to: 'overtaken', tells: 'overtaken' },
  return: { from: ['asked'], to: 'returned', tells: 'returned' },
  withdraw: { from: ['asked'], to: 'withdrawn' },
  expire: { from: ['asked'], to: 'expired', tells: 'expired' },
};

/** Who does it, and when. */
export interface Moment {
  /** Undefined for what time brought about. */
  by: Person | undefined;
  /** ISO instant of the tenant's time. */
  now: string;
  /** ISO instant of real time. */
  realNow: string;
}

export interface Change {
  note?: string | undefined;
  orderId?: string;
  /** The same offer at today's price. */
  quoteId?: string;
}

export function isPossible({ state }: Pick<Approval, 'state'>, event: LaterEvent): boolean {
  return transitions[event].from.includes(state);
}

/** One write: state, audit entry, and what who has asked is told of it. */
export function happen(
  before: Approval,
  event: LaterEvent,
  { by, now, realNow }: Moment,
  { note, orderId, quoteId = before.quoteId }: Change = {},
): Approval {
  if (!isPossible(before, event)) return before;
  const { to, tells } = transitions[event];
  const { nextCheckAt: _next, decidedBy: _decided, ...rest } = before;
  const decided = to === 'asked' ? undefined : by;
  const after: Approval = {
    ...rest,
    state: to,
    quoteId,
    ...(decided ? { decidedBy: decided } : {}),
    ...(note ? { note } : {}),
    ...(orderId ? { orderId } : {}),
    changedAt: now,
    // That somebody is about to order it passes within seconds.
    revision: before.revision + (isPending({ state: to }) ? 0 : 1),
    audit: [...before.audit, { at: now, by: by?.userId ?? 'system', event, to, quoteId }],
    notices: [...before.notices, ...(tells ? [noticeFor(before, tells)] : [])],
  };
  return isPending(after) ? { ...after, nextCheckAt: lookAt(after, now, realNow) } : after;
}

/** It was shown at that offer; what was shown before is no longer what would be approved. */
export function seenBy(before: Approval, person: Person, now: string, quoteId: string): Approval {
  const { seen } = before;
  if (!isPending(before)) return before;
  const known = seen.some((one) => one.userId === person.userId && one.quoteId === quoteId);
  if (known && before.quoteId === quoteId) return before;
  const others = seen.filter(({ userId }) => userId !== person.userId);
  const entry = { at: now, by: person.userId, event: 'see', to: before.state, quoteId } as const;
  return {
    ...before,
    quoteId,
    seen: [...others, { userId: person.userId, quoteId }],
    audit: [...before.audit, entry],
  };
}

/** Real time: when it runs out, or when an approval should have come to its end. */
export function lookAt(
  { state, expiresAt }: Pick<Approval, 'state' | 'expiresAt'>,
  now: string,
  realNow: string,
): string {
  const left =
    state === 'approving'
      ? Temporal.Duration.from({ seconds: approvingSeconds })
      : Temporal.Instant.from(now).until(expiresAt);
  return Temporal.Instant.from(realNow).add(left).toString();
}

function noticeFor(
  { conversation, askedBy: { userId } }: Approval,
  kind: ApprovalNoticeKind,
): Approval['notices'][number] {
  return { kind, conversation, userId, status: 'pending' };
}
