/** The two ways back from a question that the review asked. */
import { buttonsOf } from '../../kit/buttons.ts';
import type { CardContext } from '../../kit/card.ts';
import type { Element } from '../../kit/elements.ts';

export function reviewButtons<Id extends 'change-soldto' | 'change-payment' | 'change-items'>(
  context: CardContext,
): Element[] {
  const { l } = context;
  const button = buttonsOf<Id>(context);
  return [
    button({
      verb: 'review.update',
      title: l.t('cards.change.update'),
      primary: true,
      inputs: true,
    }),
    button({ verb: 'review.back', title: l.t('cards.change.back') }),
  ];
}
