/** In which cases of the support desk people take part in a conversation. */
import type { Line } from '../../commerce/support/talks.ts';
import type { Conversation } from '../../storage/repositories/conversation.ts';

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
