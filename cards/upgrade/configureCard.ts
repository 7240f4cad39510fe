/** The last questions before the review. */
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { frame } from '../kit/frame.ts';
import { type ConfigureView, itemsForm } from './itemsForm.ts';

export const configureCardKind = defineCard('configure', {
  verbs: ['configure.submit', 'plan.back'],
  asks: true,
  private: 'prices',
  givesWay: true,
  showsPriceOrOrder: true,
});

export function configureCard(view: ConfigureView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(configureCardKind, context);
  return frame(configureCardKind, context, {
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
