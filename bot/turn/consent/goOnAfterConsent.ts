/** A conversation in which a consent was asked for goes on by itself when it comes back. */
import type { ConversationReference } from 'botbuilder';
import type { Asker, ConsentOutcome } from '../../../commerce/ports/connecting.ts';
import type { ConversationRepository } from '../../../storage/repositories/conversation.ts';
import type { TurnAdapter, TurnLogic } from '../../sdk/turnAdapter.ts';
import { noteConsent } from './consentTurn.ts';

export type GoOn = (asker: Asker, outcome: ConsentOutcome) => Promise<void>;

interface GoOnParts {
  conversations: Pick<ConversationRepository, 'load'>;
  adapter: Pick<TurnAdapter, 'continueConversation'>;
  take: TurnLogic;
}

/** In the name of the one who asked, as a turn like others. Rejects with what the storage or the channel throws. */
export function goOnAfterConsent({ conversations, adapter, take }: GoOnParts): GoOn {
  return async ({ tenantId, userId, conversation }, outcome) => {
    const stored = await conversations.load(conversation);
    if (!stored || stored.value.unreachable) return;
    const reference = stored.value.reference as Partial<ConversationReference>;
    await adapter.continueConversation(reference, async (context) => {
      const { activity } = context;
      const { user } = reference;
      // In a chat of several the last one to speak may have been somebody else.
      const isAsker = user !== undefined && (user.aadObjectId || user.id) === userId;
      activity.from = isAsker ? user : { id: userId, aadObjectId: userId, name: '' };
      activity.channelData = { tenant: { id: tenantId } };
      noteConsent(context, outcome);
      await take(context);
    });
  };
}
