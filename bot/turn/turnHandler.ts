/** One turn, from a checked and authenticated activity to its answer: read, decide, write once, speak. */
import { ActivityTypes, TurnContext } from 'botbuilder';
import { oweCard } from '../../commerce/order/oweCard.ts';
import type { OrderRepository } from '../../commerce/ports/repositories.ts';
import { localiser } from '../../locales/localiser.ts';
import type { TurnNotes, Turns } from '../../storage/contract/turns.ts';
import type { ContactRepository } from '../../storage/repositories/contact.ts';
import type {
  Conversation,
  ConversationRepository,
} from '../../storage/repositories/conversation.ts';
import type { Log } from '../log.ts';
import type { TurnLogic } from '../sdk/turnAdapter.ts';
import {
  answerInPlace,
  type EarlierReply,
  type InvokeAnswer,
  type Reply,
  rememberReply,
  replyTo,
} from './answered.ts';
import { consentIn } from './consent/consentTurn.ts';
import { newContact } from './contact.ts';
import { conversationKey, tenantOf, userOf } from './identity.ts';
import { watchedIn } from './lines.ts';
import type { Listener } from './listener.ts';
import { localeOf, localeTold } from './locale.ts';
import { isForeignInvoke } from './press.ts';
import { sendAgain } from './sendAgain.ts';
import { SentNotes } from './sentNotes.ts';
import { Speaker, type SpeakerParts } from './speaker.ts';
import { deliveryKey, isDeletion, saysNothing } from './text/edits.ts';
import { rememberSaid } from './text/said.ts';
import { textOfActivity } from './text/textOfActivity.ts';

import { unreachableAfter } from './unreachableAfter.ts';

export interface TurnHandlerParts {
  conversations: ConversationRepository;
  contacts: ContactRepository;
  orders: OrderRepository;
  /** Keeps a card up to date from now on. */
  follow: SpeakerParts['follow'];
  /** The customer of a case has come to another step. */
  showCase: (id: string) => void;
  /** Shared with those who speak unasked: one at a time per conversation. */
  turns: Turns;
  listener: Listener;
  /** Real time. */
  now: () => Temporal.Instant;
  log: Log;
}

export interface TurnHandler {
  /** Rejects with what the storage or the channel throws: the channel delivers the activity again. */
  take: TurnLogic;
  /** Writes what is left to write of the turns that were taken. */
  stop(): Promise<void>;
}

interface Tools extends TurnHandlerParts {
  speaker: Speaker;
  notes: SentNotes;
}

export function createTurnHandler(parts: TurnHandlerParts): TurnHandler {
  const { orders, turns } = parts;
  const owe = oweCard.bind(undefined, orders);
  const notes = new SentNotes(parts);
  const tools = { ...parts, speaker: new Speaker({ ...parts, owe }), notes };
  return {
    take: async (context) => {
      // The adapter then answers, as the SDK does, that nobody here knows of such things.
      if (isForeignInvoke(context.activity)) return;
      if (saysNothing(context.activity)) return;
      const turn = { key: conversationKey(context.activity), tenantId: tenantOf(context.activity) };
      return turns.decide(
        turn,
        (notes) => decide(tools, context, turn.key, notes),
        (decided, notes) => speak(tools, context, decided, notes),
      );
    },
    stop: () => notes.stop(),
  };
}

/** What a turn comes to, as it is stored. */
interface Decided extends Omit<Reply, 'binding'> {
  conversation: Conversation;
  received: Temporal.Instant;
  /** Cases whose customer has come to another step. */
  moved?: readonly string[];
}

async function decide(
  parts: Tools,
  context: TurnContext,
  key: string,
  left: TurnNotes | undefined,
): Promise<Decided> {
  const { conversations, contacts, listener, notes, now } = parts;
  const { activity } = context;
  const delivered = deliveryKey(activity);
  const received = now();
  const stored = await conversations.load(key);
  const conversation = stored?.value ?? newConversation(tenantOf(activity));
  if (isDeletion(activity) && !conversation.lines) return { outgoing: [], conversation, received };
  notes.applyTo(key, conversation, left);
  const earlier = replyTo(conversation, delivered);
  if (stored && earlier && !earlier.interrupted) {
    const outgoing = stillToBeSaid(conversation, earlier);
    return { answer: earlier.answer, outgoing, conversation, received };
  }

  // Where the last one spoke, not where we spoke ourselves.
  if (!consentIn(context)) {
    conversation.reference = { ...TurnContext.getConversationReference(activity) };
  }
  const told = localeTold(activity);
  if (told) conversation.clientLocale = told;
  const unreachable = unreachableAfter(activity, conversation.unreachable, received);
  if (unreachable) conversation.unreachable = unreachable;
  else delete conversation.unreachable;

  const watched = watchedIn(conversation, userOf(activity).userId);
  const heard = await listener.answer(context, conversation, earlier !== undefined);
  const reply = { ...heard, answer: earlier?.answer ?? heard.answer };
  const isText = activity.type === ActivityTypes.Message;
  rememberSaid(conversation, isText ? textOfActivity(activity) : '', heard.outgoing);
  rememberReply(conversation, delivered, received.toString(), reply);
  const contact = newContact(activity, conversation, received);
  if (contact) {
    await contacts.add(conversation.tenantId, contact);
    conversation.contact = contact.userId;
  }
  // Stored first: what people see must hold, and come again the same when it has to be said again.
  await conversations.save(key, conversation, stored?.version ?? 0);
  notes.forget(key, left);
  const moved = watched(conversation);
  return { answer: reply.answer, outgoing: reply.outgoing, conversation, received, moved };
}

function newConversation(tenantId: string): Conversation {
  return { v: 1, tenantId, reference: {}, stacks: [], grants: [], answered: [] };
}

/** A card that was answered meanwhile is not shown again as if it still asked. */
function stillToBeSaid({ grants }: Conversation, { outgoing }: EarlierReply): Reply['outgoing'] {
  const isOpen = (token: string) => grants.some((row) => row.token === token && !row.closed);
  return outgoing.filter(({ token }) => token === undefined || isOpen(token));
}

async function speak(
  { speaker, notes, now, showCase }: Tools,
  context: TurnContext,
  { conversation, received, answer, outgoing, moved = [] }: Decided,
  left: TurnNotes | undefined,
): Promise<void> {
  sendAgain(context, received, now);
  for (const id of moved) showCase(id);
  if (outgoing.length > 0) {
    const { activity } = context;
    const l = localiser(localeOf(conversation));
    const sent = await speaker.send(context, outgoing, l);
    const note = { answered: deliveryKey(activity), cards: sent.cards, left: sent.left };
    notes.add(conversationKey(activity), note, left);
    if (sent.error !== undefined) throw sent.error;
  }
  await respond(context, answerInPlace(outgoing) ?? answer);
}

async function respond(context: TurnContext, answer: InvokeAnswer | undefined): Promise<void> {
  if (context.activity.type !== ActivityTypes.Invoke) return;
  await context.sendActivity({
    type: ActivityTypes.InvokeResponse,
    value: answer ?? { status: 200 },
  });
}
