/** A turn over a live TurnContext and the conversation document. */
import type { TurnContext } from 'botbuilder';
import { type CardId, cardsThatGiveWay, privateCards } from '../../cards/cards.ts';
import type { Card, CardContext, TenantNature } from '../../cards/kit/card.ts';
import { closedCard } from '../../cards/kit/closedCard.ts';
import { saidOn } from '../../cards/kit/saidOn.ts';
import type { CaseLine } from '../../commerce/support/parts/snapshot.ts';
import type { Line } from '../../commerce/support/talks.ts';
import type { CardOffer, Intent, Turn } from '../../dialogs/step/turn.ts';
import { type Locale, type Localiser, localiser } from '../../locales/localiser.ts';
import type { Conversation, Grant, Outgoing } from '../../storage/repositories/conversation.ts';
import { cardActivity } from '../sdk/cardActivity.ts';
import { textActivity } from '../sdk/textActivity.ts';
import { cardAnswer, type InvokeAnswer, type Reply } from './answered.ts';
import { addGrant, isCovered, pressKey, renewGrant } from './grants.ts';
import { conversationKey, isPersonal, tenantOf, userOf } from './identity.ts';
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
    if (!isPersonal(this.#parts.context.activity)) {
      this.#said.splice(-1, 1, this.l.t('dialogs.group.users'));
      return;
    }
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
    const text = this.#takeSaid();
    if (text !== '') this.#send(text);
  }

  #takeSaid(): string {
    return this.#said.splice(0).join('\n\n');
  }

  #send(text: string): void {
    this.#outgoing.push({ activity: { ...textActivity(this.l, text) } });
  }

  async withholds(id: string): Promise<boolean> {
    const why = isPersonal(this.#parts.context.activity) ? undefined : privateCards.get(id);
    if (why) await this.say(`dialogs.group.${why}`);
    return why !== undefined;
  }

  async show(id: CardId, offer: CardOffer, draw: (context: CardContext) => Card): Promise<void> {
    const { conversation, now } = this.#parts;
    if (await this.withholds(id)) return;
    const known = this.intent.interrupted ? this.#open([id])[0] : undefined;
    if (!known && !offer.forAll) await this.close([id], this.l.t('dialogs.outcome.replaced'));
    const by = { userId: this.userId, now };
    const grant = known ? renewGrant(known, offer) : addGrant(conversation, id, offer, by);
    const { token } = grant;
    const { card, said } = this.#sayOn(draw(this.#cardContext(token)), offer);
    const { follows } = offer;
    const place = offer.forAll || follows ? undefined : this.#pressedPlace();
    const shown: Outgoing = {
      activity: { ...cardActivity(card) },
      token,
      ...(said === '' ? {} : { said }),
      ...(follows ? { follows } : {}),
    };
    if (place === undefined) {
      this.#outgoing.push(shown);
      return;
    }
    grant.activityId = place;
    this.answer = undefined;
    const others = this.#outgoing.filter(({ replaces }) => replaces !== place);
    this.#outgoing = [...others, { ...shown, replaces: place, inPlace: true }];
  }

  /** What was said so far goes on top of the card, but for one that changes by itself, where it would be lost. */
  #sayOn(card: Card, { follows }: CardOffer): { card: Card; said: string } {
    const said = this.#takeSaid();
    const both = said === '' || follows ? undefined : saidOn(card, said);
    if (both) return { card: both, said };
    if (said !== '') this.#send(said);
    return { card, said: '' };
  }

  /** Where a card was just answered that makes room for the next one, unless something new stands below it. */
  #pressedPlace(): string | undefined {
    const { press, context } = this.#parts;
    const { answered, interrupted } = this.intent;
    if (!press?.press.execute || !press.grant.closed) return undefined;
    // One that was answered before may be far above what is talked about now.
    if (answered && !interrupted) return undefined;
    if (!cardsThatGiveWay.includes(press.grant.card as CardId)) return undefined;
    const isNews = ({ replaces, inPlace }: Outgoing): boolean => !replaces || inPlace === true;
    return this.#outgoing.some(isNews) ? undefined : context.activity.replyToId;
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
    if (isCovered(this.#parts.conversation, grant, this.#placeOf(grant))) return;
    this.#replace(grant, closedCard(grant.closed, grant.card as CardId));
  }

  /** Of several copies of a card, the one that was pressed. */
  #placeOf(grant: Grant): string | undefined {
    const { context, press } = this.#parts;
    return (press?.grant === grant && context.activity.replyToId) || grant.activityId;
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
    const { press } = this.#parts;
    if (press?.grant === grant && press.press.execute) {
      this.answer = cardAnswer(card.json);
      return;
    }
    const unsent = this.#outgoing.find(({ token }) => token === grant.token);
    // One that has not left yet needs not leave.
    this.#outgoing = this.#outgoing.filter((one) => one !== unsent);
    if (unsent?.inPlace) delete grant.activityId;
    if (unsent?.inPlace && press) this.showClosed(press.grant);
    const replaces = this.#placeOf(grant);
    if (replaces) this.#outgoing.push({ activity: { ...cardActivity(card) }, replaces });
  }
}
