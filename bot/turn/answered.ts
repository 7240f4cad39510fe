/** Channels deliver an activity again when they saw no answer; the second one gets the first's. */
import type { Conversation } from '../../storage/repositories/conversation.ts';

export interface InvokeAnswer {
  status: number;
  body: unknown;
}

const activitiesKept = 64;
/** Answers are large; deliveries are repeated within seconds. */
const answersKept = 8;

export function answerOf(
  conversation: Conversation,
  activityId: string | undefined,
): { response?: InvokeAnswer } | undefined {
  if (!activityId) return undefined;
  const found = conversation.answered.find(({ id }) => id === activityId);
  return found && (found.response ? { response: found.response as InvokeAnswer } : {});
}

export function rememberAnswer(
  conversation: Conversation,
  activityId: string | undefined,
  at: string,
  response: InvokeAnswer | undefined,
): void {
  if (!activityId) return;
  const all = [
    ...conversation.answered,
    { id: activityId, at, ...(response ? { response } : {}) },
  ].slice(-activitiesKept);
  const old = all.length - answersKept;
  conversation.answered = all.map((one, index) => (index < old ? { id: one.id, at: one.at } : one));
}
