/** What a quote that was confirmed before has ordered. */
import type { OrderRepository } from '../../commerce/ports/repositories.ts';
import { type Begun, type Next, OneTurnDialog } from '../step/oneTurnDialog.ts';

export interface PlacedNeeds {
  orders: Pick<OrderRepository, 'findByQuote'>;
}

export class PlacedDialog extends OneTurnDialog<PlacedNeeds> {
  protected override async run({ turn, subject }: Begun): Promise<Next | undefined> {
    const { quoteId } = subject;
    const placed = quoteId && (await this.needs.orders.findByQuote(quoteId));
    if (placed) return { dialogId: 'order', subject: { orderId: placed.value.id } };
    await turn.say('dialogs.review.superseded');
    return undefined;
  }
}
