/** Sends what a turn has to say, once its conversation is stored. */
import type { TurnContext } from 'botbuilder';
import type { ShownCard } from '../../commerce/model/order.ts';
import type { Localiser } from '../../locales/localiser.ts';
import type { Outgoing } from '../../storage/repositories/conversation.ts';
import type { Log } from '../log.ts';
import { textActivity } from '../sdk/textActivity.ts';
import { sentenceFor } from './failure.ts';
import { conversationKey } from './identity.ts';

export interface Sent {
  /** The ids under which the channel knows the cards that came. */
  cards: { token: string; activityId: string }[];
  /** What certainly or possibly did not arrive. */
  left: Outgoing[];
  /** Why that was the end, when not even that could be said. */
  error?: unknown;
}

export interface DeliveryParts {
  /** Keeps a card that shows an order up to date from now on. */
  follow: (orderId: string, card: ShownCard) => Promise<void>;
  log: Log;
}

export class Delivery {
  readonly #parts: DeliveryParts;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Until one does not arrive, and says so: the later ones make no sense without it. Never rejects. */
  async send(context: TurnContext, outgoing: readonly Outgoing[], l: Localiser): Promise<Sent> {
    const replacing = this.#replace(context, outgoing);
    const messages = outgoing.filter(({ replaces }) => replaces === undefined);
    const sent: Sent = { cards: [], left: [] };
    for (const [index, message] of messages.entries()) {
      try {
        await this.#say(context, message, sent);
      } catch (error) {
        sent.left = messages.slice(index);
        await this.#admit(context, l, error).catch((last: unknown) => {
          sent.error = last;
        });
        break;
      }
    }
    await replacing;
    return sent;
  }

  async #say(context: TurnContext, message: Outgoing, { cards }: Sent): Promise<void> {
    const { token, follows } = message;
    const activityId = (await context.sendActivity({ ...message.activity }))?.id;
    if (!activityId || !token) return;
    cards.push({ token, activityId });
    if (!follows) return;
    const { orderId, revision } = follows;
    const card = { conversation: conversationKey(context.activity), activityId, token, revision };
    try {
      await this.#parts.follow(orderId, card);
    } catch (error) {
      // It has arrived. It shows what was true, and can be asked for news.
      this.#parts.log.warn({ err: error, order: orderId }, 'card not followed');
    }
  }

  async #admit(context: TurnContext, l: Localiser, error: unknown): Promise<void> {
    this.#parts.log.error({ err: error }, 'answer not taken');
    await context.sendActivity(textActivity(l, l.t(sentenceFor(error))));
  }

  /** One after the other, while the new messages leave. */
  async #replace(context: TurnContext, outgoing: readonly Outgoing[]): Promise<void> {
    for (const { activity, replaces } of outgoing) {
      if (replaces === undefined) continue;
      try {
        await context.updateActivity({ ...activity, id: replaces });
      } catch (error) {
        // It may be gone or the channel may not know updates: what was answered still holds.
        this.#parts.log.info({ err: error }, 'card not updated');
      }
    }
  }
}
