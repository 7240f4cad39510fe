/** A card as the tests draw it: from views with names, from the plain to the extreme. */
import type { Card, CardContext } from '../../../cards/kit/card.ts';

export type CardSamples = Record<string, (context: CardContext) => Card>;

export function samplesOf<View>(
  draw: (view: View, context: CardContext) => Card,
  views: Record<string, NoInfer<View>>,
): CardSamples {
  return Object.fromEntries(
    Object.entries(views).map(([name, view]) => [name, (context) => draw(view, context)]),
  );
}
