/** Plans that are named right behind a number. */
import { readingWords as words } from '../../../locales/reading.ts';
import { endsWith, startsWith } from '../lexicon.ts';
import { nameParts } from '../planWords.ts';

/** `new Premium` */
export function isNewPlan(after: string): boolean {
  const newOnes = startsWith(after, words.newOnes);
  const next = newOnes === undefined ? '' : after.slice(newOnes.length).trimStart();
  return nameParts.has(next.split(' ')[0] ?? '');
}

/** `bump us 2 premium` */
export function isTowards(before: string, after: string): boolean {
  return endsWith(before, words.movers) !== undefined && nameParts.has(after.split(' ')[0] ?? '');
}
