/** What an answer of the channel says about whether anybody can be reached in a conversation. */
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

/** @returns undefined when it says nothing: a message that can't be replaced is no conversation that is gone */
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
