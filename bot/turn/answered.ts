/** Channels deliver an activity again when they saw no answer; the second one gets the first's. */
import type { Conversation, Outgoing } from '../../storage/repositories/conversation.ts';
import { cardContentType } from '../sdk/cardActivity.ts';

export interface InvokeAnswer {
  status: number;
  body: unknown;
}

/** What an Action.Execute brings: a card that takes the place of the pressed one. */
export function cardAnswer(card: unknown): InvokeAnswer {
  return { status: 200, body: { statusCode: 200, type: cardContentType, value: card } };
}

/** The one among these, if it is. Not stored with the answers: it is large, and its message has it too. */
export function answerInPlace(outgoing: readonly Outgoing[]): InvokeAnswer | undefined {
  const { attachments } = outgoing.find(({ inPlace }) => inPlace)?.activity ?? {};
  const [attachment] = Array.isArray(attachments) ? attachments : [];
  return attachment && cardAnswer(attachment.content);
}

/** What a turn comes to. */
export interface Reply {
  /** Of an invoke. */
  answer?: InvokeAnswer | undefined;
  /** In the order in which it is said. */
  outgoing: readonly Outgoing[];
  /** It tells what was done and can't be undone: it has to be said as it is. */
  binding: boolean;
}

/** What was answered, as far as it is stored. */
export interface EarlierReply extends Omit<Reply, 'binding'> {
  /** Nobody knows whether it was said, and what it was is not stored. */
  interrupted: boolean;
}

const activitiesKept = 64;
/** Answers are large; deliveries are repeated within seconds. */
const answersKept = 8;

/** @returns what was answered, and what of it may not have been sent */
export function replyTo(
  { answered, saying }: Conversation,
  activityId: string | undefined,
): EarlierReply | undefined {
  if (!activityId) return undefined;
  const found = answered.find(({ id }) => id === activityId);
  if (!found) return undefined;
  const answer = found.response as InvokeAnswer | undefined;
  return { answer, outgoing: found.unsent ?? [], interrupted: saying === activityId };
}

/**
 * Cards are large, and most of what is said can be asked again after an accident: that is noted, and
 * only what has to be said as it is, is stored.
 */
export function rememberReply(
  conversation: Conversation,
  activityId: string | undefined,
  at: string,
  { answer, outgoing, binding }: Reply,
): void {
  if (!activityId) return;
  const speaks = outgoing.length > 0;
  const one = {
    id: activityId,
    at,
    ...(answer ? { response: answer } : {}),
    ...(speaks && binding ? { unsent: [...outgoing] } : {}),
  };
  if (speaks && !binding) conversation.saying = activityId;
  else delete conversation.saying;
  const others = conversation.answered.filter(({ id }) => id !== activityId);
  const all = [...others, one].slice(-activitiesKept);
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
  if (conversation.saying === activityId) delete conversation.saying;
  conversation.answered = conversation.answered.map((known) => {
    if (known.id !== activityId || (!known.unsent && left.length === 0)) return known;
    const { unsent: _, ...rest } = known;
    return left.length > 0 ? { ...rest, unsent: [...left] } : rest;
  });
}
