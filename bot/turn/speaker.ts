/** Sends what a turn has to say, once its conversation is stored. */
import type { TurnContext } from 'botbuilder';
import type { Delivery, Followed, ShownCard } from '../../commerce/model/notice.ts';
import type { Localiser } from '../../locales/localiser.ts';
import type { Outgoing } from '../../storage/repositories/conversation.ts';
import type { Log } from '../log.ts';
import { waitAfter } from '../sdk/callAgain.ts';
import { ConnectorError } from '../sdk/connectorError.ts';
import { sendOrPlain } from '../sdk/plainForm.ts';
import { textActivity } from '../sdk/textActivity.ts';
import { sentenceFor } from './failure.ts';
import { conversationKey } from './identity.ts';

export interface Sent {
  /** The ids under which the channel knows the cards that came. */
  cards: { token: string; activityId: string }[];
  /** What certainly or possibly did not arrive, and is not left to somebody else. */
  left: Outgoing[];
  /** Why that was the end, when not even that could be said. */
  error?: unknown;
}

export interface SpeakerParts {
  /** Keeps a card up to date from now on. */
  follow: (followed: Followed, card: ShownCard) => Promise<void>;
  /** Leaves the card of an order, which did not come there, to those who speak unasked. */
  owe: (orderId: string, conversation: string, delivery: Delivery) => Promise<void>;
  /** Real time. */
  now: () => Temporal.Instant;
  log: Log;
}

export class Speaker {
  readonly #parts: SpeakerParts;

  constructor(parts: SpeakerParts) {
    this.#parts = parts;
  }

  /** Until one does not arrive, and says so: the later ones make no sense without it. Never rejects. */
  async send(context: TurnContext, outgoing: readonly Outgoing[], l: Localiser): Promise<Sent> {
    const sent: Sent = { cards: [], left: [] };
    const replacing = this.#replace(context, outgoing, l);
    const messages = outgoing.filter(({ replaces }) => replaces === undefined);
    await this.#sayAll(context, messages, l, sent);
    // What asks has to be seen: below, where its place could not be taken.
    await this.#sayAll(context, await replacing, l, sent);
    return sent;
  }

  async #sayAll(
    context: TurnContext,
    messages: readonly Outgoing[],
    l: Localiser,
    sent: Sent,
  ): Promise<void> {
    for (const [index, message] of messages.entries()) {
      try {
        await this.#say(context, message, l, sent);
      } catch (error) {
        const rest = messages.slice(index);
        const owed = await this.#owe(conversationKey(context.activity), rest, error);
        sent.left.push(
          ...rest.filter((one) => orderOn(one).every((orderId) => !owed.includes(orderId))),
        );
        await this.#admit(context, l, error, owed).catch((last: unknown) => {
          this.#parts.log.error({ err: last }, 'nor that it was not');
          if (sent.left.length > 0) sent.error = last;
        });
        break;
      }
    }
  }

  async #say(
    context: TurnContext,
    { token, follows, activity }: Outgoing,
    l: Localiser,
    { cards }: Sent,
  ): Promise<void> {
    const said = await sendOrPlain({ ...activity }, l, (one) => context.sendActivity(one));
    const activityId = said?.id;
    if (!activityId || !token) return;
    cards.push({ token, activityId });
    if (!follows) return;
    const { revision } = follows;
    const card = { conversation: conversationKey(context.activity), activityId, token, revision };
    try {
      await this.#parts.follow(follows, card);
    } catch (error) {
      // It has arrived. It shows what was true, and can be asked for news.
      this.#parts.log.warn({ err: error, ...follows }, 'card not followed');
    }
  }

  /** @returns the orders whose cards come by themselves now */
  async #owe(conversation: string, rest: readonly Outgoing[], why: unknown): Promise<string[]> {
    const { owe, now, log } = this.#parts;
    const told = why instanceof ConnectorError ? why.retryAfterSeconds : undefined;
    const notBefore = now()
      .add({ milliseconds: waitAfter(told, 1) })
      .toString();
    const owed: string[] = [];
    for (const orderId of rest.flatMap(orderOn)) {
      try {
        await owe(orderId, conversation, { attempts: 1, notBefore, unreached: [] });
        owed.push(orderId);
      } catch (error) {
        log.warn({ err: error, order: orderId }, 'card not owed');
      }
    }
    return owed;
  }

  async #admit(
    context: TurnContext,
    l: Localiser,
    error: unknown,
    owed: readonly string[],
  ): Promise<void> {
    this.#parts.log.error({ err: error }, 'answer not taken');
    const later = owed.map((reference) => l.t('dialogs.orderCardLater', { reference }));
    const text = [l.t(sentenceFor(error)), ...later].join('\n\n');
    await context.sendActivity(textActivity(l, text));
  }

  /** One after the other, while the new messages leave. @returns questions whose place could not be taken */
  async #replace(
    context: TurnContext,
    outgoing: readonly Outgoing[],
    l: Localiser,
  ): Promise<Outgoing[]> {
    const lost: Outgoing[] = [];
    for (const one of outgoing) {
      const { activity, replaces, inPlace } = one;
      if (replaces === undefined) continue;
      try {
        await sendOrPlain({ ...activity }, l, (update) =>
          context.updateActivity({ ...update, id: replaces }),
        );
      } catch (error) {
        // It may be gone or the channel may not know updates: what was answered still holds.
        this.#parts.log.info({ err: error }, 'card not updated');
        if (inPlace) lost.push(one);
      }
    }
    return lost;
  }
}

/** The order that a card shows. */
function orderOn({ follows }: Outgoing): string[] {
  return follows && 'orderId' in follows ? [follows.orderId] : [];
}
