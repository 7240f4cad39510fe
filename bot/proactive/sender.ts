/** Tells people what happened while they did not ask: replaces order cards, sends notices. */
import type { Card } from '../../cards/card.ts';
import { noticeCard } from '../../cards/noticeCard.ts';
import { orderCard } from '../../cards/orderCard.ts';
import type { OrderRepository, Stored } from '../../commerce/repositories.ts';
import { changeOrder } from '../../commerce/upgrade/changeOrder.ts';
import type { Notice, NoticeStatus, Order, ShownCard } from '../../commerce/upgrade/order.ts';
import { noticeView, orderView } from '../../dialogs/orderViews.ts';
import type { Services } from '../../dialogs/services.ts';
import { localiser } from '../../locales/localiser.ts';
import type { Conversation, ConversationRepository } from '../../storage/conversation.ts';
import type { Turns } from '../../storage/turns.ts';
import type { TurnAdapter } from '../adapter/turnAdapter.ts';
import { cardActivity } from '../cardActivity.ts';
import type { Log } from '../log.ts';
import { addGrant } from '../turn/grants.ts';
import { localeOf } from '../turn/locale.ts';
import { talk } from './talk.ts';

export interface ProactiveSenderParts {
  adapter: TurnAdapter;
  services: Pick<Services, 'catalog' | 'clock' | 'commerce' | 'orders'>;
  conversations: ConversationRepository;
  turns: Turns;
  now: () => Temporal.Instant;
  log: Log;
}

export class ProactiveSender {
  readonly #parts: ProactiveSenderParts;
  readonly #orders: OrderRepository;

  constructor(parts: ProactiveSenderParts) {
    this.#parts = parts;
    this.#orders = parts.services.orders;
  }

  /** Shows progress on the order's cards; what is missed here, the next look brings. */
  async show(order: Order): Promise<void> {
    await Promise.all(order.cards.map((card) => this.#updateCard(order, card)));
  }

  /** Brings what people see of an order up to date. One call at a time per order. */
  async deliver(orderId: string): Promise<void> {
    const stored = await this.#orders.get(orderId);
    if (!stored) return;
    const order = stored.value;
    const stale = order.cards.filter(({ revision }) => revision < order.revision);
    await this.show({ ...order, cards: stale });
    const owed = order.notices.some(({ status }) => status === 'pending');
    if (stale.length > 0 && !owed) await this.#change(order, (current) => current);
    for (const [index, notice] of order.notices.entries()) {
      if (notice.status === 'sending') await this.#mark(order, index, 'ambiguous');
      if (notice.status === 'pending') await this.#send(order, index, notice);
    }
  }

  /** Replacing a card twice does no harm, so it needs no mark before. */
  async #updateCard(order: Order, card: ShownCard): Promise<void> {
    const conversation = await this.#parts.conversations.load(card.conversation);
    if (!conversation) return;
    const l = localiser(localeOf(conversation.value));
    const view = await orderView(this.#parts.services, l, order);
    const activity = cardActivity(orderCard(view, { l, token: card.token }));
    await talk(this.#parts, conversation.value.reference, (context) =>
      context.updateActivity({ ...activity, id: card.activityId }),
    );
  }

  #send(order: Order, index: number, notice: Notice): Promise<void> {
    const { conversations, turns } = this.#parts;
    const key = notice.conversation;
    return turns.run(key, async () => {
      const stored = await conversations.load(key);
      if (!stored) return this.#mark(order, index, 'undeliverable');
      const card = await this.#prepare(order, notice, stored);
      // Marked last: what fails before it has certainly not left, and is tried again.
      await this.#mark(order, index, 'sending');
      const outcome = await talk(this.#parts, stored.value.reference, (context) =>
        context.sendActivity(cardActivity(card)),
      );
      return this.#mark(order, index, outcome);
    });
  }

  /** All notices of an order share one row: trying again pushes out no row of another card. */
  async #prepare(
    order: Order,
    { kind, conversation: key }: Notice,
    { value: conversation, version }: Stored<Conversation>,
  ): Promise<Card> {
    const l = localiser(localeOf(conversation));
    const view = await noticeView(this.#parts.services, l, order, kind);
    const known = conversation.grants.findLast(
      ({ card, subject }) => card === 'notice' && subject.orderId === order.id,
    );
    if (known) return noticeCard(view, { l, token: known.token });
    const grant = addGrant(
      conversation,
      'notice',
      { subject: { orderId: order.id }, forAll: true },
      { userId: order.placedBy.userId, now: this.#parts.now() },
    );
    // Stored first: a button that people see must work.
    await this.#parts.conversations.save(key, conversation, version);
    return noticeCard(view, { l, token: grant.token });
  }

  #mark(order: Order, index: number, status: NoticeStatus): Promise<void> {
    return this.#change(order, (current) => ({
      ...current,
      notices: current.notices.map((notice, at) => (at === index ? { ...notice, status } : notice)),
    }));
  }

  /**
   * Writes along that the cards show what was delivered. A card that can't be updated is not tried
   * again before the order moves on.
   */
  async #change({ id, revision }: Order, change: (order: Order) => Order): Promise<void> {
    await changeOrder(this.#orders, id, (current) => ({
      ...change(current),
      cards: current.cards.map((card) => ({
        ...card,
        revision: Math.max(card.revision, revision),
      })),
    }));
  }
}
