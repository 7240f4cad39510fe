/** Says one thing in a conversation where nobody asked just now. */
import type { ConversationReference, TurnContext } from 'botbuilder';
import type { NoticeStatus } from '../../commerce/upgrade/order.ts';
import { ConnectorError } from '../adapter/connectorError.ts';
import type { TurnAdapter } from '../adapter/turnAdapter.ts';
import type { Log } from '../log.ts';

/**
 * Never rejects. Only a message that certainly did not arrive may be sent again: `pending`.
 * @param reference as the conversation document keeps it
 */
export async function talk(
  { adapter, log }: { adapter: TurnAdapter; log: Log },
  reference: Record<string, unknown>,
  say: (context: TurnContext) => Promise<unknown>,
): Promise<NoticeStatus> {
  try {
    await adapter.continueConversation(
      reference as Partial<ConversationReference>,
      async (context) => {
        await say(context);
      },
    );
    return 'sent';
  } catch (error) {
    log.warn({ err: error }, 'proactive message not delivered');
    if (!(error instanceof ConnectorError)) return 'ambiguous';
    if (error.code === 'upstream.throttled') return 'pending';
    return error.ambiguous ? 'ambiguous' : 'undeliverable';
  }
}
