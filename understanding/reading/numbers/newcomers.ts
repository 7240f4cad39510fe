/** People who come, of whom each takes a licence more. */
import { readingWords as words } from '../../../locales/reading.ts';
import { endsWith, startsWith } from '../lexicon.ts';
import { withoutLicences } from './licenceWords.ts';

/** `4 new hires`, `hired 3`, `two lads start on Monday` */
export function isOfNewcomers(before: string, after: string): boolean {
  return (
    startsWith(after, words.newcomers) !== undefined ||
    endsWith(before, words.newcomersBefore) !== undefined ||
    [after, withoutNoun(after)].some(
      (one) => startsWith(withoutLicences(one), words.newcomersAfter) !== undefined,
    )
  );
}

/** `25, including 5 new hires`: they are counted already. */
export function isIncluded(before: string, after: string): boolean {
  return endsWith(before, words.including) !== undefined && isOfNewcomers(before, after);
}

function withoutNoun(after: string): string {
  return after.replace(/^(?:new )?[\p{L}-]{3,} (?=\p{L})/u, '');
}
