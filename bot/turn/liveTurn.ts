/** A turn over a live TurnContext and the conversation document. */
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { CardId } from '../../cards/cards.ts';
import type { Card, CardContext } from '../../cards/kit/card.ts';
import { closedCard } from '../../cards/kit/closedCard.ts';
import type { CardOffer, Intent, ShownCardRef, Turn } from '../../dialogs/step/turn.ts';
import { type Locale, type Localiser, localiser } from '../../locales/localiser.ts';
import type { Conversation, Grant } from '../../storage/repositories/conversation.ts';
import type { Log } from '../log.ts';
import { cardActivity, cardContentType } from '../sdk/cardActivity.ts';
import type { InvokeAnswer } from './answered.ts';
import { addGrant, pressKey } from './grants.ts';
import { conversationKey, tenantOf, userOf } from './identity.ts';
import { localeOf } from './locale.ts';
import type { Press } from './press.ts';

export interface LiveTurnParts {
  context: TurnContext;
  conversation: Conversation;
  /** Real time. */
  now: Temporal.Instant;
  log: Log;
  press?: { press: Press; grant: Grant };
}

export class LiveTurn implements Turn {
  readonly facts: Turn['facts'] = new Map();
  readonly tenantId: string;
  readonly userId: string;
  readonly userName: string;
  readonly conversation: string;
  readonly intent: Intent;
  l: Localiser;
  /** The answer of an Action.Execute so far. */
  answer: InvokeAnswer | undefined;
  readonly #parts: LiveTurnParts;
  readonly #said: string[] = [];
  /** Cards that are being replaced while the turn goes on, one after the other. */
  #updates = Promise.resolve();

  constructor(parts: LiveTurnParts, intent: Intent) {
    const { activity } = parts.context;
    this.#parts = parts;
    this.tenantId = tenantOf(activity);
    ({ userId: this.userId, userName: this.userName } = userOf(activity));
    this.conversation = conversationKey(activity);
    this.intent = intent;
    this.l = localiser(localeOf(parts.conversation));
  }

  async say(key: string, values?: Record<string, string | number>): Promise<void> {
    this.#said.push(this.l.t(key, values));
  }

  async sayVerbatim(text: string): Promise<void> {
    await this.finish();
    await this.#send(text);
  }

  /** Sentences that belong together are one message; it leaves before the next card does. */
  async finish(): Promise<void> {
    const text = this.#said.splice(0).join('\n\n');
    if (text !== '') await this.#send(text);
  }

  /** Plain, since what people are called may look like Markdown; line breaks are kept. */
  async #send(text: string): Promise<void> {
    await this.#parts.context.sendActivity({
      type: ActivityTypes.Message,
      text,
      textFormat: 'plain',
      locale: this.l.locale,
    });
  }

  /** Resolves when every card that was answered has its new form, or could not be updated. */
  updated(): Promise<void> {
    return this.#updates;
  }

  async show(
    id: CardId,
    offer: CardOffer,
    draw: (context: CardContext) => Card,
  ): Promise<ShownCardRef> {
    const { context, conversation, now } = this.#parts;
    await this.finish();
    if (!offer.forAll) await this.close([id], this.l.t('dialogs.outcome.replaced'));
    const grant = addGrant(conversation, id, offer, { userId: this.userId, now });
    const card = draw({ l: this.l, token: grant.token });
    const sent = await context.sendActivity(cardActivity(card));
    if (sent?.id) grant.activityId = sent.id;
    return { activityId: sent?.id ?? '', token: grant.token };
  }

  async redraw(draw: (context: CardContext) => Card): Promise<void> {
    const pressed = this.#parts.press?.grant;
    if (!pressed) return;
    delete pressed.closed;
    this.#replace(pressed, draw({ l: this.l, token: pressed.token }));
  }

  async close(ids: readonly CardId[], outcome: string): Promise<void> {
    const { conversation, press } = this.#parts;
    const open = conversation.grants.filter(
      (grant) =>
        ids.includes(grant.card as CardId) && grant.userId === this.userId && !grant.closed,
    );
    const pressed = press && ids.includes(press.grant.card as CardId) ? press.grant : undefined;
    for (const grant of new Set(pressed ? [pressed, ...open] : open)) {
      const title = this.l.t(`dialogs.closed.${grant.card}`);
      const key = press?.grant === grant ? pressKey(press.press) : '';
      grant.closed = { press: key, title, outcome };
      this.showClosed(grant);
    }
  }

  /** The terminal form of a card that was answered, in its place. */
  showClosed(grant: Grant): void {
    if (!grant.closed) return;
    this.#replace(grant, closedCard(grant.closed, grant.card as CardId));
  }

  setLocale(locale: Locale): void {
    this.#parts.conversation.chosenLocale = locale;
    this.l = localiser(locale);
  }

  /** In the answer of the press where the channel takes it there, else by an update. */
  #replace(grant: Grant, card: Card): void {
    const { context, press } = this.#parts;
    if (press?.grant === grant && press.press.execute) {
      const body = { statusCode: 200, type: cardContentType, value: card.json };
      this.answer = { status: 200, body };
      return;
    }
    const pressedId = press?.grant === grant ? context.activity.replyToId : undefined;
    const id = grant.activityId ?? pressedId;
    if (id) this.#updates = this.#updates.then(() => this.#update(id, card));
  }

  async #update(id: string, card: Card): Promise<void> {
    const { context, log } = this.#parts;
    try {
      await context.updateActivity({ ...cardActivity(card), id });
    } catch (error) {
      // The card may be gone or the channel may not know updates: what was answered still holds.
      log.info({ err: error, card: card.id }, 'card not updated');
    }
  }
}
