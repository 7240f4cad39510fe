/** Whether a text has the form of a question, by its first words. */
import { locales } from '../../locales/localiser.ts';
import { readingWords } from '../../locales/reading.ts';
import { wordsOf } from '../../locales/words.ts';
import { startsWith } from './lexicon.ts';
import { normalise } from './normalise.ts';

const folded = (word: string): string => word.normalize('NFKD').replace(/[\p{M}'’]/gu, '');

/** As one types them without their rings. */
const askingWords = new Set(
  locales.flatMap((locale) =>
    wordsOf[locale].asking.flatMap((words) => words.split(' ').map(folded)),
  ),
);
/** Without its ring, one of these would be another word: `vår` is no `var`. */
const noAsking =
  /^(?:vår|år)|^var (?:vänlig|snäll|god|så)|^what (?:we|i|i'd|we'd)(?: now| really| actually)? (?:want|need|like|wish)\b|^what (?:\S+ ){1,4}(?:wants?|needs?|like|after|asking for|asked for|prefers?) is\b/;
const { asksFirst, asksNot, modals, speakers, tellsAfter, tellsSecond, leftOut } = readingWords;

/** A number before it says nothing. */
export function beginsAsQuestion(text: string): boolean {
  const plain = normalise(text).replace(/^[^\p{L}]+/u, '');
  const [first = '', second = ''] = plain.split(/[^\p{L}\p{M}'’]+/u);
  if (startsWith(plain, asksNot) !== undefined) return false;
  const tells = leftOut.includes(first) && (/^\S+ \d/.test(plain) || tellsSecond.includes(second));
  if (askingWords.has(folded(first)) && !noAsking.test(plain)) return !tells;
  return startsWith(plain, asksFirst) !== undefined && !tellsAfter.includes(second);
}

/** `must everybody start over` is no request, as `can you start over` is one. */
export function asksOfOthers(text: string): boolean {
  const [first = '', second = ''] = normalise(text).split(/[^\p{L}\p{M}'’]+/u);
  return modals.includes(first) && beginsAsQuestion(text) && !speakers.includes(second);
}
