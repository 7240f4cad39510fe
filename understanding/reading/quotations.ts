/** What a text quotes is somebody else's wish, unless the text says nothing of one itself. */
import { readingWords } from '../../locales/reading.ts';
import { anyOf, anyStandsIn, paddedForSearch } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { countsIn } from './numbers/counts.ts';
import { speaksOfPlan } from './plans.ts';
import { termsIn } from './terms.ts';

/** Of several words; `upgrade to "E3"` quotes nobody. */
const quotation = /"[^"]*\s[^"]*\s[^"]*\s[^"]*"/gu;
const { negations, reporters, reportVerbs, reportsAlone } = readingWords;

/** Without what is quoted, where something else is said as well. */
export function withoutQuotations(text: string): string {
  const marked = text.replaceAll(/[“”„]/g, '"');
  const rest = marked.replace(quotation, ' ');
  if (rest === marked || !/\p{L}{2}/u.test(rest)) return text;
  const wishes = speaksOfPlan(rest) || countsIn(rest).length > 0 || termsIn(rest) !== undefined;
  const denies = anyStandsIn(paddedForSearch(normalise(rest)), negations);
  return wishes || denies ? rest : text;
}

/** Of one stroke on each side; `don't` and `12 months' notice` hold none. */
const quoted = /(?<![\p{L}\p{N}])'([^']+(?:(?<=\p{L})'(?=\p{L})[^']*)*)'(?![\p{L}\p{N}])/gu;
const reporting = new RegExp(
  String.raw`^\s*(?:(?:(?:the|our|my|this) )?(?:${anyOf(reporters)})(?: (?:just|also|now|has|have))? (?:${anyOf(reportVerbs)})|${anyOf(reportsAlone)})(?:\s*[:;,–-]+\s*|\s+(?=["'“‘«]))(?=\S)`,
  'iu',
);
const inStrokes = /^["“«„]([^"“”«»„]+)["”»]\s*[.!]*$/u;

const saidBy = new RegExp(`^\\s*(?:(?:the|our|my|this) )?(?:${anyOf(reporters)})\\s*:`, 'iu');

/** `my boss: place the order` is somebody else's yes. */
export function isSaidByAnother(text: string): boolean {
  return saidBy.test(text);
}

/** Without who said it, and without the strokes around what was said. */
export function unreported(text: string): string {
  const said = text.replace(reporting, '');
  const plain = said.replaceAll(/[‘’]/g, "'").replaceAll(quoted, '$1');
  return said === text ? plain : (inStrokes.exec(plain.trim())?.[1] ?? plain);
}
