/** The questions of `configure` again, asked from the review. */
import type { Card, CardContext } from '../../kit/card.ts';
import { defineCard } from '../../kit/cardKind.ts';
import { frame } from '../../kit/frame.ts';
import { type ConfigureView, itemsForm } from '../itemsForm.ts';
import { reviewButtons } from './reviewButtons.ts';

export const changeItemsCardKind = defineCard('change-items', {
  verbs: ['review.update', 'review.back'],
  asks: true,
  private: 'prices',
  givesWay: true,
  showsPriceOrOrder: true,
});

export function changeItemsCard(view: ConfigureView, context: CardContext): Card {
  return frame(changeItemsCardKind, context, {
    ...itemsForm(view, context.l),
    actions: reviewButtons(changeItemsCardKind, context),
  });
}
