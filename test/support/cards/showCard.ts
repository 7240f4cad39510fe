/** Any card from any sample view. */
import type { CardId } from '../../../cards/cards.ts';
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { sampleCards } from './sampleViews.ts';

/** @throws RangeError when there is no such variant. */
export function showCard(id: CardId, variant: string, context: CardContext): Card {
  const draw = sampleCards[id][variant];
  if (!draw) throw new RangeError(`no ${variant} ${id} card among the samples`);
  return draw(context);
}
