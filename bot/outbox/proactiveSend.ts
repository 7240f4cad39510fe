/** Says one thing in a conversation where nobody asked just now, and tells what became of it. */
import type { ConversationReference, TurnContext } from 'botbuilder';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { Unreachable } from '../../storage/repositories/conversation.ts';
import { ConnectorError } from '../sdk/connectorError.ts';
import type { TurnAdapter } from '../sdk/turnAdapter.ts';
import { unreachableBy } from './unreachableBy.ts';

export type Outcome =
  | { is: 'sent'; activityId: string | undefined }
  /** It may have arrived. */
  | { is: 'ambiguous' }
  /** The channel wants no such message, whoever would get it. */
  | { is: 'refused' }
  /**
   * It certainly did not arrive: the channel wants fewer calls, knows us not, was at something else
   * in the conversation, or was not reached.
   */
  | { is: 'throttled' | 'unsent'; retryAfterSeconds: number | undefined }
  /** Not in this conversation; `why` where nobody can be reached there. */
  | { is: 'unreachable'; why: Unreachable['why'] | undefined };

/**
 * @param reference as the conversation document keeps it
 * @throws ConnectorError, or what `say` throws
 */
export function sendProactively(
  adapter: TurnAdapter,
  reference: Record<string, unknown>,
  say: (context: TurnContext) => Promise<unknown>,
): Promise<void> {
  return adapter.continueConversation(
    reference as Partial<ConversationReference>,
    async (context) => {
      await say(context);
    },
  );
}

/** What a failed attempt to send a new message comes to. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof UpgraderaError && error.code === 'channel.not-allowed') {
    return { is: 'unreachable', why: undefined };
  }
  if (!(error instanceof ConnectorError) || error.ambiguous) return { is: 'ambiguous' };
  const { statusCode, retryAfterSeconds } = error;
  switch (statusCode) {
    case 429:
      return { is: 'throttled', retryAfterSeconds };
    case undefined:
    case 401:
    // A condition is checked before anything is posted, and Microsoft says to try again.
    case 412:
      return { is: 'unsent', retryAfterSeconds };
    case 403:
    case 404:
      return { is: 'unreachable', why: unreachableBy(error) };
    default:
      return { is: 'refused' };
  }
}
