/** The last questions before the review. */
import { buttonsOf } from './buttons.ts';
import type { Card, CardContext } from './card.ts';
import { frame } from './frame.ts';
import { itemsForm } from './itemsForm.ts';
import type { ConfigureView } from './views.ts';

export function configureCard(view: ConfigureView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf<'configure'>(context);
  return frame('configure', {
    ...itemsForm(view, l),
    actions: [
      button({
        verb: 'configure.submit',
        title: l.t('cards.configure.submit'),
        primary: true,
        inputs: true,
      }),
      button({ verb: 'plan.back', title: l.t('cards.common.backToPlans') }),
    ],
  });
}
