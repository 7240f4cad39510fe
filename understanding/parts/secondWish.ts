/** A second wish behind the first one, which nothing but its sense tells from it. */
import type { Intent } from '../../locales/intents.ts';
import { readingWords } from '../../locales/reading.ts';
import { likelyIntents } from '../intents/meant.ts';
import { isAsked } from '../questionKind.ts';
import { anyOf, anyStandsIn, paddedForSearch } from '../reading/lexicon.ts';
import { normalise } from '../reading/normalise.ts';
import { speaksOfPlan } from '../reading/plans.ts';
import { saysAmounts, understand } from '../understand.ts';
import { kindOf } from './kindOf.ts';
import { ordersIn } from './ordersIn.ts';

const joints = anyOf([...readingWords.partJoints, ...readingWords.besideWishes]);
const joint = new RegExp(
  `(?:[,;.!–—-]\\s*)?\\s+(?:${joints}),?\\s+|[,;.!]\\s+|\\s+[+&]\\s*`,
  'giu',
);
/** What is heard for itself behind a wish, where no form of a question or a command says so. */
const secondWishes = new Set<Intent>(['change.payment', 'change.soldTo', 'support', 'status']);
/** What must be left of a likelihood: most that is told beside a wish is no wish. */
const surely = 0.8;
/** Words: who says less may say anything. */
const leastOfWish = 4;

/** `need 2 swap the card` */
const shortTo = /(?<=\b(?:need|have|want|got|like) )2(?= \p{L})/iu;
const beforeIt = [...readingWords.conditions, ...readingWords.hold, 'first', 'before', 'först'];

/** `Premium for 30, and our street has changed`: what is wished, and the rest. */
export function withSecondWish(text: string): string[] | undefined {
  if (isAsked(text)) return undefined;
  for (const { index, 0: words } of text.matchAll(joint)) {
    const wish = text.slice(0, index);
    const rest = text.slice(index + words.length).replace(shortTo, 'to');
    if (isSecondWish(rest) && kindOf(wish) === 'wish' && isPlainWish(wish, rest))
      return [wish, rest];
  }
  return undefined;
}

function isPlainWish(text: string, rest: string): boolean {
  if (isAsked(text)) return false;
  const said = understand(text);
  // `Order it, and have someone call me`, and not `… call me before that`
  const orders = ordersIn(text) && !anyStandsIn(paddedForSearch(normalise(rest)), beforeIt);
  return speaksOfPlan(text) || saysAmounts(said) || orders;
}

function isSecondWish(text: string): boolean {
  if (text.split(/\s+/).length < leastOfWish || speaksOfPlan(text)) return false;
  if (saysAmounts(understand(text))) return false;
  const [first] = likelyIntents(text);
  return first !== undefined && secondWishes.has(first.is) && first.likelihood >= surely;
}
