/** Order cards that are in chats: replaced in place as the order moves. */
import { orderCard } from '../../../cards/orders/orderCard.ts';
import type { OrderRepository } from '../../../commerce/ports/repositories.ts';
import {
  type OrderViewNeeds,
  orderView,
  type SurroundingsNeeds,
  surroundingsOf,
} from '../../../dialogs/orders/orderViews.ts';
import { ShownCards, type ShownCardsParts } from './shownCards.ts';

interface OrderCardsParts extends ShownCardsParts {
  services: OrderViewNeeds & SurroundingsNeeds & { orders: OrderRepository };
}

export class OrderCards extends ShownCards {
  constructor(parts: OrderCardsParts) {
    const { services } = parts;
    super(parts, async (id) => {
      const order = (await services.orders.get(id))?.value;
      if (!order) return undefined;
      const around = await surroundingsOf(services, order);
      const { tenantId, revision, cards } = order;
      const draw = (context: Parameters<typeof orderCard>[1]) =>
        orderCard(orderView(services, context.l, order, around), context);
      return { id, tenantId, revision, cards, draw };
    });
  }
}
