/** One turn, from a checked and authenticated activity to its answer: read, answer, write once. */
import { ActivityTypes, TurnContext } from 'botbuilder';
import type { Turns } from '../../storage/contract/turns.ts';
import type { ContactRepository } from '../../storage/repositories/contact.ts';
import type {
  Conversation,
  ConversationRepository,
} from '../../storage/repositories/conversation.ts';
import type { TurnLogic } from '../sdk/turnAdapter.ts';
import { answerOf, type InvokeAnswer, rememberAnswer } from './answered.ts';
import { newContact } from './contact.ts';
import { conversationKey, tenantOf } from './identity.ts';
import type { Listener } from './listener.ts';
import { localeTold } from './locale.ts';
import { sendAgain } from './sendAgain.ts';
import { unreachableAfter } from './unreachableAfter.ts';

export interface TurnHandlerParts {
  conversations: ConversationRepository;
  contacts: ContactRepository;
  /** Shared with those who speak unasked: one at a time per conversation. */
  turns: Turns;
  listener: Listener;
  /** Real time. */
  now: () => Temporal.Instant;
}

/** Rejects with what the storage throws: the channel delivers the activity again. */
export function createTurnHandler(parts: TurnHandlerParts): TurnLogic {
  return (context) => {
    const key = conversationKey(context.activity);
    return parts.turns.run(key, () => handleAlone(parts, context, key));
  };
}

async function handleAlone(
  { conversations, contacts, listener, now }: TurnHandlerParts,
  context: TurnContext,
  key: string,
): Promise<void> {
  const { activity } = context;
  const received = now();
  const stored = await conversations.load(key);
  const conversation = stored?.value ?? newConversation(tenantOf(activity));
  const earlier = answerOf(conversation, activity.id);
  if (earlier) return respond(context, earlier.response);

  sendAgain(context, now);
  conversation.reference = { ...TurnContext.getConversationReference(activity) };
  const told = localeTold(activity);
  if (told) conversation.clientLocale = told;
  const unreachable = unreachableAfter(activity, conversation.unreachable, received);
  if (unreachable) conversation.unreachable = unreachable;
  else delete conversation.unreachable;

  const answer = await listener.answer(context, conversation);
  rememberAnswer(conversation, activity.id, received.toString(), answer);
  const contact = newContact(activity, conversation, received);
  if (contact) {
    await contacts.add(conversation.tenantId, contact);
    conversation.contact = contact.userId;
  }
  await conversations.save(key, conversation, stored?.version ?? 0);
  await respond(context, answer);
}

function newConversation(tenantId: string): Conversation {
  return { v: 1, tenantId, reference: {}, stacks: [], grants: [], answered: [] };
}

async function respond(context: TurnContext, answer: InvokeAnswer | undefined): Promise<void> {
  if (context.activity.type !== ActivityTypes.Invoke) return;
  await context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: answer ?? { status: 200 },
  });
}
