/** The questions of `configure` again, asked from the review. */
import type { Card, CardContext } from '../../kit/card.ts';
import { frame } from '../../kit/frame.ts';
import type { ChangeItemsView } from '../../views.ts';
import { itemsForm } from '../itemsForm.ts';
import { reviewButtons } from './reviewButtons.ts';

export function changeItemsCard(view: ChangeItemsView, context: CardContext): Card {
  return frame('change-items', {
    ...itemsForm(view, context.l),
    actions: reviewButtons<'change-items'>(context),
  });
}
