/** Finds the thing that a person means by its name, its number in the list, or "the cheapest". */
import { match } from './phrases.ts';
import type { Found, Named } from './reading/named.ts';
import { nameWords } from './reading/normalise.ts';

/**
 * @param text what was typed. @param items all of them. @param inSight those on the page that is
 * shown, in their order: a number counts them from 1.
 * Every word of the text must be in the name; the name with the fewest words besides wins.
 */
export function findByName(
  text: string,
  items: readonly Named[],
  inSight: readonly Named[] = items,
): Found {
  const place = match(text, 'first') === undefined ? Number(/^\d{1,2}$/.exec(text)?.[0]) : 1;
  const byPlace = inSight[place - 1];
  if (byPlace) return { found: byPlace };
  const words = nameWords(text);
  if (words.length === 0) return { none: true };
  const candidates = items
    .map((item) => ({ item, named: nameWords(item.name) }))
    .filter(({ named }) => words.every((word) => named.includes(word)));
  const fewest = Math.min(...candidates.map(({ named }) => named.length));
  const best = candidates.filter(({ named }) => named.length === fewest).map(({ item }) => item);
  const [only] = best;
  if (!only) return { none: true };
  return best.length === 1 ? { found: only } : { several: best };
}
