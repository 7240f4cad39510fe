/** A turn over a live TurnContext and the conversation document. */
import type { TurnContext } from 'botbuilder';
import type { CardId } from '../../cards/cards.ts';
import type { Card, CardContext, TenantNature } from '../../cards/kit/card.ts';
import { closedCard } from '../../cards/kit/closedCard.ts';
import type { CaseLine } from '../../commerce/support/snapshot.ts';
import type { Line } from '../../commerce/support/talks.ts';
import type { CardOffer, Intent, Turn } from '../../dialogs/step/turn.ts';
import { type Locale, type Localiser, localiser } from '../../locales/localiser.ts';
import type { Conversation, Grant, Outgoing } from '../../storage/repositories/conversation.ts';
import { cardActivity, cardContentType } from '../sdk/cardActivity.ts';
import { textActivity } from '../sdk/textActivity.ts';
import type { InvokeAnswer, Reply } from './answered.ts';
import { addGrant, pressKey, renewGrant } from './grants.ts';
import { conversationKey, tenantOf, userOf } from './identity.ts';
import { addLine, linesOf } from './lines.ts';
import { localeOf } from './locale.ts';
import type { Press } from './press.ts';

export interface LiveTurnParts {
  context: TurnContext;
  conversation: Conversation;
  /** Real time. */
  now: Temporal.Instant;
  /** What every card of a tenant says of it. */
  natureOf: (tenantId: string) => TenantNature;
  press?: { press: Press; grant: Grant };
}

export class LiveTurn implements Turn {
  readonly facts: Turn['facts'] = new Map();
  readonly tenantId: string;
  readonly userId: string;
  readonly userName: string;
  readonly conversation: string;
  readonly activityId: string | undefined;
  intent: Intent;
  unread: Turn['unread'] = [];
  l: Localiser;
  /** The answer of an Action.Execute so far. */
  answer: InvokeAnswer | undefined;
  readonly #parts: LiveTurnParts;
  #said: string[] = [];
  #outgoing: Outgoing[] = [];
  #binding = false;
  /** Brings back what was when it was made. */
  #undo: () => void;

  constructor(parts: LiveTurnParts, intent: Intent) {
    const { activity } = parts.context;
    this.#parts = parts;
    this.tenantId = tenantOf(activity);
    ({ userId: this.userId, userName: this.userName } = userOf(activity));
    this.conversation = conversationKey(activity);
    this.activityId = activity.id;
    this.intent = intent;
    this.l = localiser(localeOf(parts.conversation));
    this.#undo = this.#savepoint();
  }

  async say(key: string, values?: Record<string, string | number>): Promise<void> {
    this.#said.push(this.l.t(key, values));
  }

  async sayVerbatim(text: string): Promise<void> {
    this.#finish();
    this.#send(text);
  }

  /** All of it; nothing is to be said afterwards. */
  end(): Reply {
    this.#finish();
    return { answer: this.answer, outgoing: this.#outgoing, binding: this.#binding };
  }

  keep(): void {
    this.#binding = true;
    this.#undo = this.#savepoint();
  }

  /** Back to what was last kept; else to the beginning. */
  undo(): void {
    this.#undo();
  }

  #savepoint(): () => void {
    const { conversation } = this.#parts;
    const { chosenLocale, lines } = conversation;
    const grants = conversation.grants.map((grant) => ({ ...grant }));
    const [said, outgoing, answer, l] = [[...this.#said], [...this.#outgoing], this.answer, this.l];
    return () => {
      conversation.grants = grants;
      if (lines === undefined) delete conversation.lines;
      else conversation.lines = lines;
      if (chosenLocale === undefined) delete conversation.chosenLocale;
      else conversation.chosenLocale = chosenLocale;
      [this.#said, this.#outgoing, this.answer, this.l] = [said, outgoing, answer, l];
    };
  }

  /** Sentences that belong together are one message; it leaves before the next card does. */
  #finish(): void {
    const text = this.#said.splice(0).join('\n\n');
    if (text !== '') this.#send(text);
  }

  #send(text: string): void {
    this.#outgoing.push({ activity: { ...textActivity(this.l, text) } });
  }

  async show(id: CardId, offer: CardOffer, draw: (context: CardContext) => Card): Promise<void> {
    const { conversation, now } = this.#parts;
    this.#finish();
    const known = this.intent.interrupted ? this.#open([id])[0] : undefined;
    if (!known && !offer.forAll) await this.close([id], this.l.t('dialogs.outcome.replaced'));
    const by = { userId: this.userId, now };
    const { token } = known ? renewGrant(known, offer) : addGrant(conversation, id, offer, by);
    const activity = { ...cardActivity(draw(this.#cardContext(token))) };
    const { follows } = offer;
    this.#outgoing.push({ activity, token, ...(follows ? { follows } : {}) });
  }

  #cardContext(token: string): CardContext {
    return { l: this.l, token, ...this.#parts.natureOf(this.tenantId) };
  }

  async redraw(draw: (context: CardContext) => Card): Promise<void> {
    const pressed = this.#parts.press?.grant;
    if (!pressed) return;
    delete pressed.closed;
    this.#replace(pressed, draw(this.#cardContext(pressed.token)));
  }

  async close(ids: readonly CardId[], outcome: string): Promise<void> {
    const { press } = this.#parts;
    const open = this.#open(ids);
    const pressed = press && ids.includes(press.grant.card as CardId) ? press.grant : undefined;
    for (const grant of new Set(pressed ? [pressed, ...open] : open)) {
      const title = this.l.t(`dialogs.closed.${grant.card}`);
      const key = press?.grant === grant ? pressKey(press.press) : '';
      grant.closed = { press: key, title, outcome };
      this.showClosed(grant);
    }
  }

  /** The rows of this person's cards that still ask. */
  #open(ids: readonly CardId[]): Grant[] {
    return this.#parts.conversation.grants.filter(
      ({ card, userId, closed }) =>
        ids.includes(card as CardId) && userId === this.userId && !closed,
    );
  }

  /** The terminal form of a card that was answered, in its place. */
  showClosed(grant: Grant): void {
    if (!grant.closed) return;
    this.#replace(grant, closedCard(grant.closed, grant.card as CardId));
  }

  get said(): readonly CaseLine[] {
    return this.#parts.conversation.said ?? [];
  }

  get lines(): readonly Line[] {
    return linesOf(this.#parts.conversation, this.userId);
  }

  addLine(line: Line): void {
    addLine(this.#parts.conversation, this.userId, line);
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
    const replaces = grant.activityId ?? pressedId;
    if (replaces) this.#outgoing.push({ activity: { ...cardActivity(card) }, replaces });
    // One that has not left yet needs not leave.
    else this.#outgoing = this.#outgoing.filter(({ token }) => token !== grant.token);
  }
}
