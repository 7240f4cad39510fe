/** What a text quotes is somebody else's wish, unless the text says nothing of one itself. */
import { readingWords } from '../../locales/reading.ts';
import { anyStandsIn, paddedForSearch } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { countsIn } from './numbers/counts.ts';
import { speaksOfPlan } from './plans.ts';
import { termsIn } from './terms.ts';

/** Of several words; `upgrade to "E3"` quotes nobody. */
const quotation = /"[^"]*\s[^"]*\s[^"]*\s[^"]*"/gu;
const { negations } = readingWords;

/** Without what is quoted, where something else is said as well. */
export function withoutQuotations(text: string): string {
  const marked = text.replaceAll(/[“”„]/g, '"');
  const rest = marked.replace(quotation, ' ');
  if (rest === marked || !/\p{L}{2}/u.test(rest)) return text;
  const wishes = speaksOfPlan(rest) || countsIn(rest).length > 0 || termsIn(rest) !== undefined;
  const denies = anyStandsIn(paddedForSearch(normalise(rest)), negations);
  return wishes || denies ? rest : text;
}
