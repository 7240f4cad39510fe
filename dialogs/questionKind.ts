/** Tells questions from answers to what was asked. */
import { locales } from '../locales/localiser.ts';
import { wordsOf } from '../locales/words.ts';
import { match } from './phrases.ts';
import { understandPurchase } from './purchaseText.ts';
import { wordsIn } from './vocabulary.ts';

/** What the steps wait for: no question, wherever it is said. */
const stepPhrases = [
  'accept',
  'back',
  'change.items',
  'change.payment',
  'change.soldTo',
  'compare',
  'first',
  'next',
  'placeOrder',
  'recheck',
  'wait',
];

const askingWords = new Set(locales.flatMap((locale) => wordsOf[locale].asking.flatMap(wordsIn)));

/** Whether a text answers a step: one of its phrases, or how many licences and how to pay. */
export function answersStep(text: string): boolean {
  if (stepPhrases.some((key) => match(text, key) !== undefined)) return true;
  if (wordsIn(text).every((word) => /^\d+$/.test(word))) return true;
  return !isQuestion(text) && understandPurchase(text).terms !== undefined;
}

/** Whether a text clearly asks something: it is no answer to the step that waits, then. */
export function isQuestion(text: string): boolean {
  const words = wordsIn(text).filter((word) => !/^\d+$/.test(word));
  const [first = ''] = words;
  if (words.length >= 3 && askingWords.has(first)) return true;
  return words.length >= 4 && text.trimEnd().endsWith('?');
}
