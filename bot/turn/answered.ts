/** Channels deliver an activity again when they saw no answer; the second one gets the first's. */
import type { Conversation, Outgoing } from '../../storage/repositories/conversation.ts';

export interface InvokeAnswer {
  status: number;
  body: unknown;
}

/** What a turn comes to. */
export interface Reply {
  /** Of an invoke. */
  answer?: InvokeAnswer | undefined;
  /** In the order in which it is said. */
  outgoing: readonly Outgoing[];
}

const activitiesKept = 64;
/** Answers are large; deliveries are repeated within seconds. */
const answersKept = 8;

/** @returns what was answered, and what of it may not have been sent */
export function replyTo(
  conversation: Conversation,
  activityId: string | undefined,
): Reply | undefined {
  if (!activityId) return undefined;
  const found = conversation.answered.find(({ id }) => id === activityId);
  if (!found) return undefined;
  return { answer: found.response as InvokeAnswer | undefined, outgoing: found.unsent ?? [] };
}

export function rememberReply(
  conversation: Conversation,
  activityId: string | undefined,
  at: string,
  { answer, outgoing }: Reply,
): void {
  if (!activityId) return;
  const one = {
    id: activityId,
    at,
    ...(answer ? { response: answer } : {}),
    ...(outgoing.length > 0 ? { unsent: [...outgoing] } : {}),
  };
  const all = [...conversation.answered, one].slice(-activitiesKept);
  const old = all.length - answersKept;
  conversation.answered = all.map((known, index) =>
    index < old ? { id: known.id, at: known.at } : known,
  );
}

/** @param left what of the reply was not sent after all */
export function rememberSent(
  conversation: Conversation,
  activityId: string | undefined,
  left: readonly Outgoing[],
): void {
  conversation.answered = conversation.answered.map((known) => {
    if (known.id !== activityId || !known.unsent) return known;
    const { unsent: _, ...rest } = known;
    return left.length > 0 ? { ...rest, unsent: [...left] } : rest;
  });
}
