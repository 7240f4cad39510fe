/** What stands beside a yes to an order, in the same message: some of it comes first, and then nothing is ordered. */
import { readingWords } from '../../locales/reading.ts';
import { anyStandsIn, paddedForSearch } from '../reading/lexicon.ts';
import { normalise } from '../reading/normalise.ts';
import { understand } from '../understand.ts';
import { isChange, type Kind, kindOf } from './kindOf.ts';
import { ordersIn } from './ordersIn.ts';

const takingBack = new Set<Kind>(['withdraw', 'cancel']);

/**
 * @param parts of a message, each heard for itself. @returns those that are heard: without the yes where another one
 * changes what is bought, takes something back, or has to be known or done before. `Go ahead. Our card is blocked, use
 * the new one`
 */
export function heardBesideOrder(parts: string[]): string[] {
  const others = parts.filter((part) => !ordersIn(part));
  const comesFirst = others.length < parts.length && others.some(isBeforeOrder);
  return comesFirst ? others : parts;
}

function isBeforeOrder(part: string): boolean {
  const padded = paddedForSearch(normalise(part).replaceAll(':', ' '));
  return (
    isChange(part) ||
    takingBack.has(kindOf(part)) ||
    anyStandsIn(padded, readingWords.beforeOrders) ||
    understand(part).holds ||
    // What is told behind a question may answer it.
    /\?\s*\p{L}/u.test(part)
  );
}
