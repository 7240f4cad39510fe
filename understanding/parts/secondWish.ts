/** A second wish behind the first one, which nothing but its sense tells from it. */
import type { Intent } from '../../locales/intents.ts';
import { readingWords } from '../../locales/reading.ts';
import { likelyIntents } from '../intents/meant.ts';
import { isAsked } from '../questionKind.ts';
import { anyOf } from '../reading/lexicon.ts';
import { speaksOfPlan } from '../reading/plans.ts';
import { saysAmounts, understand } from '../understand.ts';
import { kindOf } from './kindOf.ts';

const joints = anyOf([...readingWords.partJoints, ...readingWords.besideWishes]);
const joint = new RegExp(`(?:[,;.!–—-]\\s*)?\\s+(?:${joints}),?\\s+|[,;.!]\\s+`, 'giu');
/** What is heard for itself behind a wish, where no form of a question or a command says so. */
const secondWishes = new Set<Intent>(['change.payment', 'change.soldTo', 'support', 'status']);
/** What must be left of a likelihood: most that is told beside a wish is no wish. */
const surely = 0.8;
/** Words: who says less may say anything. */
const leastOfWish = 4;

/** `Premium for 30, and our street has changed`: what is wished, and the rest. */
export function withSecondWish(text: string): string[] | undefined {
  if (isAsked(text)) return undefined;
  for (const { index, 0: words } of text.matchAll(joint)) {
    const [wish, rest] = [text.slice(0, index), text.slice(index + words.length)];
    if (isSecondWish(rest) && kindOf(wish) === 'wish' && isPlainWish(wish)) return [wish, rest];
  }
  return undefined;
}

function isPlainWish(text: string): boolean {
  const said = understand(text);
  return !isAsked(text) && (speaksOfPlan(text) || saysAmounts(said) || said.consents);
}

function isSecondWish(text: string): boolean {
  if (text.split(/\s+/).length < leastOfWish || speaksOfPlan(text)) return false;
  if (saysAmounts(understand(text))) return false;
  const [first] = likelyIntents(text);
  return first !== undefined && secondWishes.has(first.is) && first.likelihood >= surely;
}
