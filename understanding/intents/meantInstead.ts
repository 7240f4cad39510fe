/** Whether a text means something else than the rules make of it, or something of which they know nothing. */
import { memoizeRecent } from '../../commerce/base/memoize.ts';
import type { Intent } from '../../locales/intents.ts';
import { readingWords } from '../../locales/reading.ts';
import { match, saysPhrase, withoutPoliteness } from '../phrases.ts';
import { answersStep, isAsked } from '../questionKind.ts';
import { commandsSaid } from '../reading/commands.ts';
import { startsWith } from '../reading/lexicon.ts';
import { normalise } from '../reading/normalise.ts';
import { placeIn } from '../reading/places.ts';
import { speaksOfPlan } from '../reading/plans.ts';
import { saysAmounts, understand } from '../understand.ts';
import { likelyIntents, sure } from './meant.ts';

/** What must be left of a likelihood where a plan or a number is said as well. */
const surer = 0.9;
/** What may be meant where a plan or a number is said: `give Anna an E3 license`. */
const besidePlans = new Set<Intent>([
  'refused',
  'hold',
  'cancel',
  'withdraw',
  'status',
  'question',
]);
/** What rules alone decide. */
const ruled = new Set<Intent>(['placeOrder', 'next']);
/** What says too little against other words for a command. */
const weak = new Set<Intent>(['question', 'unclear', 'upgrade']);

/** @returns undefined where the rules hold */
export const meantInstead = memoizeRecent((text): Intent | undefined => {
  const [first] = likelyIntents(text);
  if (!first || first.likelihood < sure || ruled.has(first.is)) return undefined;
  if (isRuled(text)) return undefined;
  // `Shall I order now or wait?` asks.
  if (first.is === 'hold' && text.trimEnd().endsWith('?')) return undefined;
  const { is, likelihood } = first;
  const said = understand(text);
  if (speaksOfPlan(text) || saysAmounts(said)) {
    const least = is === 'refused' && beginsAsRefused(text) ? sure : surer;
    if (likelihood < least || !besidePlans.has(is)) return undefined;
    if (is !== 'refused' && is !== 'question' && isShortCount(text)) return undefined;
    if (is === 'question' && !isAsked(text)) return undefined;
  }
  const others = [...commandsSaid(text)].filter((key) => key !== 'upgrade');
  if (weak.has(is) && (others.length > 0 || (said.holds && !isAsked(text)))) return undefined;
  return match(text, is) === undefined ? is : undefined;
});

/** Words: who says less with a number in it answers. */
const shortest = 5;

/** `no, not 50. 40.` */
function isShortCount(text: string): boolean {
  return typeof understand(text).quantity === 'object' && text.split(/\s+/).length <= shortest;
}

function beginsAsRefused(text: string): boolean {
  const { refused, neverOurs } = readingWords;
  return startsWith(withoutPoliteness(normalise(text)), [...refused, ...neverOurs]) !== undefined;
}

function isRuled(text: string): boolean {
  return (
    saysPhrase(text) ||
    answersStep(text) ||
    understand(text).consents ||
    understand(text).agrees ||
    placeIn(normalise(text)) !== undefined
  );
}

/** What is believed less than the rules for commands that are not ours. */
const notOurs = new Set<Intent>(['refused', 'question', 'unclear', 'hold']);

/** Whether it is a command that is not ours: `give me a human` begins as one does, and is none. */
export function isRefused(text: string): boolean {
  if (meantInstead(text) === 'refused') return true;
  const [first] = likelyIntents(text);
  const isOurs = first && first.likelihood >= sure && !notOurs.has(first.is);
  const asks = first?.is === 'question' && first.likelihood >= surer;
  return understand(text).refused && !isOurs && !asks;
}
