/** Who has talked to the bot, so that others of the tenant can be told when one can't be reached. */
import { type Activity, ActivityTypes } from 'botbuilder';
import type { Contact } from '../../storage/repositories/contact.ts';
import type { Conversation } from '../../storage/repositories/conversation.ts';
import { conversationKey, isPersonal, userOf } from './identity.ts';

const speaking: readonly string[] = [ActivityTypes.Message, ActivityTypes.Invoke];

/** @returns undefined for a chat that is listed already or that several people share. */
export function newContact(
  activity: Activity,
  { contact }: Conversation,
  now: Temporal.Instant,
): Contact | undefined {
  if (contact || !isPersonal(activity) || !speaking.includes(activity.type)) return undefined;
  return {
    conversation: conversationKey(activity),
    userId: userOf(activity).userId,
    since: now.toString(),
  };
}
