/** The two ways back from a question that the review asked. */
import { buttonsOf } from '../../kit/buttons.ts';
import type { CardContext } from '../../kit/card.ts';
import type { CardKind } from '../../kit/cardKind.ts';
import type { Element } from '../../kit/elements.ts';

export function reviewButtons(
  kind: CardKind<string, 'review.update' | 'review.back'>,
  context: CardContext,
): Element[] {
  const { l } = context;
  const button = buttonsOf(kind, context);
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
