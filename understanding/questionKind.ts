/** Tells questions from answers to what was asked. */
import { locales } from '../locales/localiser.ts';
import { readingWords } from '../locales/reading.ts';
import { wordsOf } from '../locales/words.ts';
import { match, matchAsItStands, withoutPoliteness } from './phrases.ts';
import { beginsAsQuestion } from './reading/asking.ts';
import { anyStandsIn, paddedForSearch } from './reading/lexicon.ts';
import { normalise } from './reading/normalise.ts';
import { asksUnder } from './reading/patterns/dependence.ts';
import { asksInParts } from './reading/patterns/patterns.ts';
import { understand } from './understand.ts';
import { wordsIn } from './wordsIn.ts';

/** Words: who says more is telling or asking something. */
const longestAnswer = 10;

/** What the steps wait for: no question, wherever it is said. */
const stepPhrases = [
  'abandon',
  'accept',
  'acceptLoss',
  'back',
  'change.items',
  'change.payment',
  'change.soldTo',
  'compare',
  'first',
  'next',
  'nextPage',
  'placeOrder',
  'previousPage',
  'recheck',
  'wait',
];

/** What single steps are asked in so many words: they answer it themselves. */
const stepQuestions = ['explain', 'userList', 'watch'];

const askingWords = new Set(locales.flatMap((locale) => wordsOf[locale].asking.flatMap(wordsIn)));
const planNames = new Set(locales.flatMap((locale) => wordsOf[locale].names.flatMap(wordsIn)));
const silentWords = new Set(locales.flatMap((locale) => wordsOf[locale].ignored.flatMap(wordsIn)));

/** Whether a text answers a step: one of its phrases, a plan, or how many licences and how to pay. */
export function answersStep(text: string): boolean {
  if (stepPhrases.some((key) => matchAsItStands(text, key) !== undefined)) return true;
  const said = wordsIn(withoutPoliteness(normalise(text)));
  if (said.every((word) => /^\d+$/.test(word))) return true;
  if (isPlan(said)) return true;
  if (said.length > longestAnswer || isQuestion(text)) return false;
  return understand(text).terms !== undefined;
}

/** `to Business Premium` names a plan; `what is Business Premium` asks. */
function isPlan(words: readonly string[]): boolean {
  const telling = words.filter((word) => !silentWords.has(word));
  const names = telling.filter((word) => planNames.has(word));
  return names.length > 0 && names.length === telling.length && !askingWords.has(words[0] ?? '');
}

/** Whether the step that waits hears a text first, whatever else it may ask. @param step its id */
export function isForStep(text: string, step?: string): boolean {
  // `How did you get to 25?` answers nobody who asks how many.
  const asked =
    step === 'configure' ? stepQuestions.filter((key) => key !== 'explain') : stepQuestions;
  const heard = [...stepPhrases, ...asked];
  if (step === 'review') {
    const { consents, ordersBesides } = understand(text);
    if (consents || ordersBesides) return true;
  }
  return answersStep(text) || heard.some((key) => match(text, key) !== undefined);
}

/** Whether a text clearly asks something: it is no answer to the step that waits, then. */
export function isQuestion(text: string): boolean {
  const words = wordsIn(text).filter((word) => !/^\d+$/.test(word));
  const [first = ''] = words;
  if (
    /\d/.test(text) &&
    words.length > 1 &&
    readingWords.reasons.includes(text.trim().toLowerCase().split(/\s/)[0] ?? '')
  )
    return true;
  if (asksInParts(paddedForSearch(normalise(text)))) return true;
  const ends = text.trimEnd().endsWith('?');
  if (!ends && understand(text).stops) return false;
  // `Don't order yet` forbids, `don't I need a role?` asks.
  if (first === 'dont') return ends;
  // `Can't commit to a year` tells, `can't I …` asks.
  const tells = /^(?:can|won|couldn|wouldn)t$/.test(first) && isTold(words, ends);
  // `30 is wrong` tells, `30: how much is it` asks.
  // `What's Intune` asks in two words.
  const isLong = words.length >= 3 || (first === 'whats' && words.length === 2);
  if (isLong && !tells && !/^\s*\d+\s/.test(text) && beginsAsQuestion(text)) return true;
  const padded = paddedForSearch(normalise(text));
  const doubts = ends && anyStandsIn(padded, readingWords.doubts);
  const asksSo = words.length > 2 && anyStandsIn(padded, readingWords.indirect);
  return (
    (words.length >= 4 && ends) ||
    (words.length > 1 && doubts) ||
    asksSo ||
    asksUnder(normalise(text))
  );
}

const someone = new Set([
  'i',
  'we',
  'you',
  'it',
  'they',
  'the',
  'my',
  'our',
  'this',
  'that',
  'there',
]);

function isTold([, second = '']: readonly string[], ends: boolean): boolean {
  return !ends && !someone.has(second);
}

/** Whether a text asks something, clearly or by its mark alone. */
export function isAsked(text: string): boolean {
  return isQuestion(text) || text.trimEnd().endsWith('?');
}
