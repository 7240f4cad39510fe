/** Messages of a case: relayed once, changed and deleted as their writers do it. Pure. */

import { mask } from '../base/mask.ts';
import { caseAnswerHours } from '../model/policyValues.ts';
import { isOver, type SupportCase } from './case.ts';
import { type CaseMoment, happen, lookAt, pending } from './changes.ts';
import { type CaseMessage, longestMessage, mostMessages, type Side } from './parts/messages.ts';
import { afterDeskHours } from './supportTime.ts';

/** Whether what that person writes there goes to the other side. */
export function isHeard(
  { state, talk, userId, ...one }: SupportCase,
  side: Side,
  by: { userId: string; conversation: string },
): boolean {
  if (isOver({ state })) return false;
  if (side === 'agent') return talk?.userId === by.userId && talk.conversation === by.conversation;
  const isTheirs = userId === by.userId && one.conversation === by.conversation;
  return isTheirs && (talk !== undefined || state === 'waitingForCustomer');
}

export type Written = Pick<
  CaseMessage,
  'id' | 'from' | 'name' | 'conversation' | 'text' | 'suggests' | 'push' | 'files'
>;

/** A message that was added before, or one too many, changes nothing. */
export function withMessage(
  before: SupportCase,
  written: Written,
  moment: CaseMoment,
): SupportCase {
  if (before.messages.some(({ id }) => id === written.id) || isFull(before)) return before;
  const text = mask(written.text.slice(0, longestMessage));
  const message: CaseMessage = { ...written, text, at: moment.now, revision: 0 };
  const one = { ...before, messages: [...before.messages, message] };
  if (written.from === 'agent') return owing(one, one.conversation, 'message', written.id);
  const { talk } = one;
  const answered = one.state === 'waitingForCustomer' ? happen(one, 'answer', moment) : one;
  const due = talk ? answered : { ...answered, revision: answered.revision + 1 };
  const { now, realNow, desk } = moment;
  const answerBy = afterDeskHours(now, caseAnswerHours);
  const after = { ...due, answerBy, nextCheckAt: lookAt(answerBy, now, realNow) };
  if (talk) return owing(after, talk.conversation, 'message', written.id);
  return desk ? owing(after, desk, 'card') : after;
}

export function isFull({ messages }: SupportCase): boolean {
  return messages.length >= mostMessages;
}

/** @param text undefined where it was deleted */
export function withChange(
  before: SupportCase,
  id: string,
  conversation: string,
  text: string | undefined,
): SupportCase {
  const known = before.messages.find((one) => one.id === id && one.conversation === conversation);
  if (!known || known.isDeleted || known.text === text) return before;
  // What was said to us of it is no text of its own: it is deleted, or stays.
  if (text !== undefined && (known.suggests || known.push)) return before;
  const { files, ...rest } = known;
  const changed: CaseMessage = {
    ...rest,
    ...(files && text !== undefined ? { files } : {}),
    text: text === undefined ? '' : mask(text.slice(0, longestMessage)),
    revision: known.revision + 1,
    ...(text === undefined ? { isDeleted: true } : {}),
  };
  return withMessageAs(before, changed);
}

/** The other side sees it now, as it was at that revision. */
export function withShown(
  before: SupportCase,
  id: string,
  shown: NonNullable<CaseMessage['shown']>,
): SupportCase {
  const known = before.messages.find((one) => one.id === id);
  return known ? withMessageAs(before, { ...known, shown }) : before;
}

/** The same for what is shown already. */
export function withRevisionShown(
  before: SupportCase,
  shown: NonNullable<CaseMessage['shown']>,
): SupportCase {
  const known = before.messages.find((one) => one.shown?.activityId === shown.activityId);
  return known ? withMessageAs(before, { ...known, shown }) : before;
}

/** The conversation in which the other side was told. */
export function readBy({ notices }: SupportCase, { id }: CaseMessage): string | undefined {
  return notices.find(({ kind, message }) => kind === 'message' && message === id)?.conversation;
}

export function withMessageAs(before: SupportCase, changed: CaseMessage): SupportCase {
  const messages = before.messages.map((one) => (one.id === changed.id ? changed : one));
  return { ...before, messages };
}

/** Messages whose other side sees an old form of them. */
export function behind({ messages }: SupportCase): CaseMessage[] {
  return messages.filter(({ shown, revision }) => shown && shown.revision < revision);
}

/** One more notice, about a message where it is named. */
export function owing(
  one: SupportCase,
  conversation: string,
  kind: SupportCase['notices'][number]['kind'],
  message?: string,
): SupportCase {
  const notice = { ...pending(conversation, kind), ...(message ? { message } : {}) };
  return { ...one, notices: [...one.notices, notice] };
}
