/** In which cases of the support desk people take part in a conversation. */
import type { Line } from '../../commerce/support/talks.ts';
import { stepOfStack } from '../../dialogs/support/stepOfStack.ts';
import type { Conversation } from '../../storage/repositories/conversation.ts';

/** The step at which that person is; undefined where nothing waits. */
export function stepIn({ stacks }: Pick<Conversation, 'stacks'>, userId: string) {
  return stepOfStack(stacks.find((stack) => stack.userId === userId)?.state);
}

/** So many of a person's cases may be looked at while they go on. */
const watchedOf = 4;

/** @returns the cases of that person, once they are at another step than now; nothing is read where there are none */
export function watchedIn(
  conversation: Conversation,
  userId: string,
): (after: Conversation) => string[] {
  const own = linesOf(conversation, userId).filter(({ side }) => side === 'customer');
  if (own.length === 0) return () => [];
  const before = stepIn(conversation, userId);
  const ids = own.slice(-watchedOf).map(({ caseId }) => caseId);
  return (after) => (stepIn(after, userId) === before ? [] : ids);
}

/** Of all people of a conversation; the latest are kept. */
const linesKept = 16;

export function linesOf({ lines = [] }: Pick<Conversation, 'lines'>, userId: string): Line[] {
  return lines.filter((line) => line.userId === userId);
}

export function addLine(conversation: Conversation, userId: string, line: Line): void {
  const { lines = [] } = conversation;
  const others = lines.filter((one) => one.userId !== userId || one.caseId !== line.caseId);
  conversation.lines = [...others, { ...line, userId }].slice(-linesKept);
}
