/** Whether anybody can be reached in a conversation: told by the channel's answers and by activities. */
import { type Activity, ActivityTypes } from 'botbuilder';
import type { Unreachable } from '../../storage/repositories/conversation.ts';
import type { ConnectorError } from '../sdk/connectorError.ts';

type Why = Unreachable['why'];

/** Codes of the channel, as it gives them with 403 and 404. */
const whyOfCode: Record<string, Why> = {
  ConversationBlockedByUser: 'blocked',
  MessageWritesBlocked: 'blocked',
  BotNotInConversationRoster: 'uninstalled',
  BotDisabledByAdmin: 'disabled',
  ConversationNotFound: 'gone',
};

/**
 * What an answer to a call says about the conversation; undefined when it says nothing: a message
 * that can't be replaced is no conversation that is gone.
 */
export function unreachableBy({
  operation,
  statusCode,
  channelCode = '',
}: ConnectorError): Why | undefined {
  if (statusCode !== 403 && statusCode !== 404) return undefined;
  const why = whyOfCode[channelCode];
  if (why || operation === 'updateActivity') return why;
  return statusCode === 404 ? 'gone' : undefined;
}

/** What holds after an activity: who writes, presses, joins or installs the bot can be reached. */
export function unreachableAfter(
  activity: Activity,
  before: Unreachable | undefined,
  now: Temporal.Instant,
): Unreachable | undefined {
  switch (activity.type) {
    case ActivityTypes.InstallationUpdate:
      if (activity.action !== 'remove') return undefined;
      return { since: now.toString(), why: 'uninstalled' };
    case ActivityTypes.Message:
    case ActivityTypes.Invoke:
      return undefined;
    case ActivityTypes.ConversationUpdate:
      return activity.membersAdded?.length ? undefined : before;
    default:
      return before;
  }
}
