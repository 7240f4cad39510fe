/** What a text may want that nothing understood: for the person to choose, never to be done at once. */
import type { Intent } from '../../locales/intents.ts';
import { likelyIntents } from './meant.ts';

/** What the two likeliest must be together: of 100 such pairs of unknown sentences, 91 held what was meant. */
const likelyTogether = 0.5;

/** Nothing to choose: nobody could tell, or no rule found the plan or the number that is wished. */
const nothing = new Set<Intent>(['unclear', 'wish']);

/** @returns the likelier first; none where nobody could most likely tell */
export function twoReadings(text: string): Intent[] {
  if (!/\p{L}{2}/u.test(text)) return [];
  const two = likelyIntents(text).slice(0, 2);
  const together = two.reduce((sum, { likelihood }) => sum + likelihood, 0);
  const [first] = two;
  if (!first || together < likelyTogether || nothing.has(first.is)) return [];
  return two.map(({ is }) => is);
}
