/** What an agent pushes to a customer is pushed once, and what was asked for is answered once. Pure. */
import { isDeepStrictEqual } from 'node:util';
import { pushPause } from '../model/policyValues.ts';
import type { SupportCase } from './case.ts';
import { type CaseMoment, happen, isPossible } from './changes.ts';
import type { CaseMessage } from './parts/messages.ts';
import type { AskAnswer, Push } from './parts/push.ts';
import type { CaseLook } from './parts/snapshot.ts';
import { owing, type Written, withMessageAs } from './talk.ts';

/** Whether just that was sent a moment ago, or is asked for already. */
export function isPushed(
  { messages }: SupportCase,
  { push, text }: Pick<Written, 'push' | 'text'>,
  now: string,
): boolean {
  if (push?.is === 'ask') {
    return messages.some((one) => isOpenAsk(one) && one.push.what === push.what);
  }
  const last = messages.at(-1);
  if (!push || !last || last.text !== text || !isDeepStrictEqual(last.push, push)) return false;
  const seconds = Temporal.Instant.from(last.at).until(now).total('seconds');
  return seconds < pushPause;
}

/** What was seen, in the place of the last look of its kind. */
export function withLook(before: SupportCase, look: CaseLook): SupportCase {
  const others = before.looks.filter(({ what }) => what !== look.what);
  return { ...before, looks: [...others, look] };
}

/** The customer has decided. @returns the same case where there is nothing to decide any more */
export function withAnswer(
  before: SupportCase,
  messageId: string | undefined,
  { answer, look }: { answer: AskAnswer; look?: CaseLook },
  moment: CaseMoment,
): SupportCase {
  const event = answer === 'shown' ? 'share' : 'keep';
  const asked = before.messages.find(({ id }) => id === messageId);
  if (!asked || !isOpenAsk(asked) || !isPossible(before, event, moment.now)) return before;
  const heard = happen(before, event, moment);
  const on = heard.state === 'waitingForCustomer' ? happen(heard, 'answer', moment) : heard;
  const answered = withMessageAs(on, { ...asked, push: { ...asked.push, answer } });
  const one = look ? withLook(answered, look) : answered;
  const isStillTheirs = one.agent?.userId === asked.push.by;
  const conversation = isStillTheirs ? asked.conversation : one.talk?.conversation;
  if (conversation) return owing(one, conversation, answer, asked.id);
  // Whoever has it by now finds it in the file, to which the desk's card leads.
  return moment.desk ? owing(one, moment.desk, 'card') : one;
}

type OpenAsk = CaseMessage & { push: Extract<Push, { is: 'ask' }> };

function isOpenAsk(one: CaseMessage): one is OpenAsk {
  return one.push?.is === 'ask' && one.push.answer === undefined && !one.isDeleted;
}

/** What a message asks the customer to show, while that is undecided. */
export function askedBy(
  { messages }: SupportCase,
  messageId: string | undefined,
): Extract<Push, { is: 'ask' }> | undefined {
  const asked = messages.find(({ id }) => id === messageId);
  return asked && isOpenAsk(asked) ? asked.push : undefined;
}
