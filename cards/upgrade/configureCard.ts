/** The last questions before the review. */
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { frame } from '../kit/frame.ts';
import type { ConfigureView } from '../views.ts';
import { itemsForm } from './itemsForm.ts';

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
