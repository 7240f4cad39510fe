/** Order cards that are in chats: replaced in place as the order moves, at a calm pace. */
import type { TenantNature } from '../../cards/kit/card.ts';
import { orderCard } from '../../cards/orders/orderCard.ts';
import type { Order, ShownCard } from '../../commerce/model/order.ts';
import type { OrderRepository } from '../../commerce/ports/repositories.ts';
import {
  type OrderSurroundings,
  type OrderViewNeeds,
  orderView,
  type SurroundingsNeeds,
  surroundingsOf,
} from '../../dialogs/orders/orderViews.ts';
import { localiser } from '../../locales/localiser.ts';
import { KeyedQueue } from '../../storage/contract/keyedQueue.ts';
import type { ConversationRepository } from '../../storage/repositories/conversation.ts';
import type { Log } from '../log.ts';
import { attempts, passingForUpdates, waitAfter } from '../sdk/callAgain.ts';
import { cardActivity } from '../sdk/cardActivity.ts';
import { ConnectorError } from '../sdk/connectorError.ts';
import { sendOrPlain } from '../sdk/plainForm.ts';
import type { TurnAdapter } from '../sdk/turnAdapter.ts';
import { localeOf } from '../turn/locale.ts';
import { wait } from '../wait.ts';
import type { Pace, Place } from './pace.ts';
import { sendProactively } from './proactiveSend.ts';
import { progressPause } from './rateLimits.ts';
import type { Recipients } from './recipients.ts';
import { unreachableBy } from './unreachableBy.ts';

export interface OrderCardsParts {
  adapter: TurnAdapter;
  services: OrderViewNeeds & SurroundingsNeeds & { orders: OrderRepository };
  conversations: ConversationRepository;
  recipients: Recipients;
  pace: Pace;
  natureOf: (tenantId: string) => TenantNature;
  log: Log;
}

/** A card that shows this revision now, or never will. */
export type Shown = Pick<ShownCard, 'activityId' | 'revision'>;

export class OrderCards {
  readonly #parts: OrderCardsParts;
  /** One at a time an order, each with what is stored then: no card goes back. */
  readonly #queue = new KeyedQueue();
  /** Orders with progress that no card shows yet. */
  readonly #moved = new Set<string>();
  readonly #following = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();

  constructor(parts: OrderCardsParts) {
    this.#parts = parts;
  }

  /** Progress: soon, and what comes at short intervals together. */
  showProgress(orderId: string): void {
    if (this.#stopping.signal.aborted) return;
    this.#moved.add(orderId);
    if (this.#following.has(orderId)) return;
    const following = this.#follow(orderId).finally(() => this.#following.delete(orderId));
    this.#following.set(orderId, following);
  }

  /** Replaces the cards that are behind. @returns those that are not any more */
  async bringUpToDate(orderId: string): Promise<Shown[]> {
    const { shown } = await this.#update(orderId, (card, order) => card.revision < order.revision);
    return shown;
  }

  /** Waits for what is being replaced. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#following.values());
  }

  async #follow(orderId: string): Promise<void> {
    const { signal } = this.#stopping;
    while (this.#moved.delete(orderId) && !signal.aborted) {
      try {
        const { waiting } = await this.#update(orderId, () => true);
        if (waiting) this.#moved.add(orderId);
      } catch (error) {
        this.#parts.log.warn({ err: error, order: orderId }, 'progress not shown');
      }
      await wait(progressPause, signal);
    }
  }

  #update(
    orderId: string,
    isMeant: (card: ShownCard, order: Order) => boolean,
  ): Promise<{ shown: Shown[]; waiting: boolean }> {
    return this.#queue.run(orderId, async () => {
      const { services } = this.#parts;
      const order = (await services.orders.get(orderId))?.value;
      const meant = order?.cards.filter((card) => isMeant(card, order)) ?? [];
      if (!order || meant.length === 0) return { shown: [], waiting: false };
      const around = await surroundingsOf(services, order);
      const done = await Promise.all(meant.map((card) => this.#replace(order, card, around)));
      const shown = meant.flatMap(({ activityId }, index) =>
        done[index] ? [{ activityId, revision: order.revision }] : [],
      );
      return { shown, waiting: shown.length < meant.length };
    });
  }

  /** @returns false when it has to wait; a card that can't be replaced waits for the next step. */
  async #replace(order: Order, card: ShownCard, around: OrderSurroundings): Promise<boolean> {
    const { conversations, services, adapter, pace, natureOf } = this.#parts;
    const conversation = (await conversations.load(card.conversation))?.value;
    if (!conversation || conversation.unreachable) return true;
    const l = localiser(localeOf(conversation));
    const view = orderView(services, l, order, around);
    const activity = cardActivity(
      orderCard(view, { l, token: card.token, ...natureOf(order.tenantId) }),
    );
    const place = { tenantId: order.tenantId, conversation: card.conversation };
    for (let attempt = 1; ; attempt += 1) {
      if (!(await pace.turn(place))) return false;
      try {
        await sendProactively(adapter, conversation.reference, (context) =>
          sendOrPlain(activity, l, (one) =>
            context.updateActivity({ ...one, id: card.activityId }),
          ),
        );
        return true;
      } catch (error) {
        this.#parts.log.warn({ err: error, order: order.id }, 'card not replaced');
        if (!(await this.#isPassing(error, place, attempt))) return true;
        if (attempt >= attempts) return !isThrottled(error);
      }
    }
  }

  /** Waits as long as it takes until another attempt makes sense, where one does. */
  async #isPassing(error: unknown, place: Place, attempt: number): Promise<boolean> {
    if (!(error instanceof ConnectorError)) return false;
    const { pace, recipients } = this.#parts;
    const { statusCode = 0, retryAfterSeconds } = error;
    if (isThrottled(error)) {
      pace.pause(place, waitAfter(retryAfterSeconds, attempt));
      return true;
    }
    if (passingForUpdates.includes(statusCode)) {
      await wait(waitAfter(undefined, attempt), this.#stopping.signal);
      return true;
    }
    const why = unreachableBy(error);
    if (why) await recipients.lose(place.conversation, why);
    return false;
  }
}

function isThrottled(error: unknown): boolean {
  return error instanceof ConnectorError && error.code === 'channel.throttled';
}
