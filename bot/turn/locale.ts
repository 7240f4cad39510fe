/** Which language a conversation is in: what was chosen, else what the client tells, else English. */
import type { Activity } from 'botbuilder';
import { type Locale, matchLocale } from '../../locales/localiser.ts';
import type { Conversation } from '../../storage/repositories/conversation.ts';

export function localeTold(activity: Activity): Locale | undefined {
  const clientInfo = activity.entities?.find((entity) => entity.type === 'clientInfo');
  const told: unknown = activity.locale || clientInfo?.locale;
  return typeof told === 'string' ? matchLocale(told) : undefined;
}

export function localeOf(
  conversation: Pick<Conversation, 'chosenLocale' | 'clientLocale'>,
): Locale {
  return (
    matchLocale(conversation.chosenLocale) ?? matchLocale(conversation.clientLocale) ?? 'en-US'
  );
}
