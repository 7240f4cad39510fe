/** The sample cards that differ in what they are made of; the others have other words in the same places. */
import type { CardId } from '../../cards/cards.ts';
import type { CardJson } from '../../cards/kit/card.ts';
import { type Locale, localiser } from '../../locales/localiser.ts';
import { sampleCards } from '../support/cards/sampleViews.ts';

/** @returns the longest words of each shape */
export function drawings(id: CardId, locale: Locale): CardJson[] {
  const context = { l: localiser(locale), token: 'T'.repeat(64), simulated: true };
  const made = new Map<string, CardJson>();
  for (const draw of Object.values(sampleCards[id])) {
    const { json } = draw(context);
    made.set(shapeOf(json), json);
  }
  return [...made.values()];
}

function shapeOf(value: unknown): string {
  const names = ['type', 'style', 'color', 'size', 'weight', 'isSubtle', 'appearance', 'width'];
  return JSON.stringify(value, (name, part) =>
    typeof part === 'string' && name !== '' && !names.includes(name) ? '' : part,
  );
}
