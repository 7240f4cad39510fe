/** The questions of `configure` again, asked from the review. */
import type { Card, CardContext } from './card.ts';
import { frame } from './frame.ts';
import { itemsForm } from './itemsForm.ts';
import { reviewButtons } from './reviewButtons.ts';
import type { ChangeItemsView } from './views.ts';

export function changeItemsCard(view: ChangeItemsView, context: CardContext): Card {
  return frame('change-items', {
    ...itemsForm(view, context.l),
    actions: reviewButtons<'change-items'>(context),
  });
}
