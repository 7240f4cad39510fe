/** What a text most likely wants, where no rule knows it. Nothing is ordered or agreed to by that alone. */
import { memoizeRecent } from '../../commerce/base/memoize.ts';
import { type Intent, knownSentences } from '../../locales/intents.ts';
import { type Locale, locales, localiser } from '../../locales/localiser.ts';
import { loadQuestions } from '../../locales/questions.ts';
import { anyStandsIn, paddedForSearch } from '../reading/lexicon.ts';
import { normalise } from '../reading/normalise.ts';
import { plansNamed } from '../reading/plans.ts';
import { Classifier, type Example, type Learned, type Likely, learnFrom } from './classifier.ts';
import { readLearned } from './learnedSchema.ts';
import { readerOfMany, traitsOfIntent } from './traitsOfIntent.ts';

/** What must be left of a likelihood to believe it: of 100 sentences so likely, 97 were read rightly. */
export const sure = 0.6;
/** Questions of each article that are learned from in each language: as many as tell them from commands. */
const ofEachArticle = 2;

/** Where what was learned is kept from one start to the next. */
export interface LearningMemory {
  /** @returns what was kept when the same would be learned again, else undefined */
  recall(): unknown;
  keep(learned: Learned<Intent>): void;
}

let known: Classifier<Intent> | undefined;

/** Learnt at a start, so that nobody who writes waits for it: a fifth of a second, unless it is remembered. */
export function learnIntents(memory?: LearningMemory): void {
  classifier(memory);
}

function classifier(memory?: LearningMemory): Classifier<Intent> {
  known ??= new Classifier(readLearned(memory?.recall()) ?? learnAnew(memory));
  return known;
}

function learnAnew(memory: LearningMemory | undefined): Learned<Intent> {
  const learned = learnFrom(examples());
  memory?.keep(learned);
  return learned;
}

function* examples(): Generator<Example<Intent>> {
  const traitsOf = readerOfMany();
  for (const { intent, text } of [...knownSentences(), ...someQuestions()]) {
    yield { is: intent, traits: traitsOf(text) };
  }
}

function someQuestions(): { intent: Intent; text: string }[] {
  const lists = Map.groupBy(loadQuestions().asked, ({ slug, locale }) => `${slug} ${locale}`);
  return [...lists.values()].flatMap((list) => {
    const apart = Math.ceil(list.length / ofEachArticle);
    return list
      .filter((_question, at) => at % apart === 0)
      .map(({ text }) => ({ intent: 'question', text }));
  });
}

/** @returns the likeliest first */
export const likelyIntents = memoizeRecent((text): Likely<Intent>[] =>
  classifier().of(traitsOfIntent(text)),
);

/** What must be left of a likelihood to ask something, where nothing else says so: of 100 questions, all had more. */
const leastOfQuestion = 0.25;

/** Whether it may ask something, though it has not the form of a question. */
export function mayAsk(text: string): boolean {
  const asks = likelyIntents(text).find(({ is }) => is === 'question');
  return asks !== undefined && asks.likelihood >= leastOfQuestion;
}

/** Whether nobody could most likely tell what it wants: then no article answers it. */
export function seemsUnclear(text: string): boolean {
  const [first] = likelyIntents(text);
  return first?.is === 'unclear' && first.likelihood >= sure;
}

/** Likelier than all else together. */
const even = 0.5;

/** Whether it most likely asks something, whatever its form. */
export function seemsToAsk(text: string): boolean {
  const [first] = likelyIntents(text);
  return first?.is === 'question' && first.likelihood >= even;
}

/** What a plan, a number and a way to pay are rightly said with. */
const wishing = new Set<Intent>([
  'wish',
  'upgrade',
  'placeOrder',
  'next',
  'change.items',
  'compare',
]);

/** Whether it more likely wants something else than what it names. */
export function meansOtherThanWish(text: string): boolean {
  const likelihood = likelyIntents(text)
    .filter(({ is }) => wishing.has(is))
    .reduce((sum, one) => sum + one.likelihood, 0);
  return likelihood < even;
}

/** Whether it most likely wants plans side by side, of which it may name one alone. */
export function likelyCompares(text: string): boolean {
  const [first] = likelyIntents(text);
  return first?.is === 'compare' && first.likelihood >= even;
}

/** Whether it names plans, and most likely wants them side by side. */
export function seemsToCompare(text: string): boolean {
  return likelyCompares(text) && plansNamed(text) > 1;
}

/** What must be left of a likelihood that it orders, and of one that it waits, where it says more than that. */
const leastOfOrder = 0.25;
const mostOfHold = 0.3;

/** Whether nothing is likelier than that it orders, and little speaks for waiting. */
export function seemsToOrder(text: string): boolean {
  const likely = likelyIntents(text);
  const hold = likely.find(({ is }) => is === 'hold')?.likelihood ?? 0;
  const [first] = likely;
  return first?.is === 'placeOrder' && first.likelihood >= leastOfOrder && hold <= mostOfHold;
}

const languages = { 'language.en-US': 'en-US', 'language.sv-SE': 'sv-SE' } as const;

/** By language, how it is called in each of them. */
const names = Object.entries(languages).map(([key, locale]) => ({
  locale,
  called: locales.flatMap((one) =>
    localiser(one)
      .list(`phrases.${key}`)
      .filter((phrase) => !/[ *]/.test(phrase)),
  ),
}));

/**
 * The language that is most likely asked for. Who names both says which one they can't speak: then it is the one that
 * is not spoken now.
 */
export function likelyLanguage(text: string, spoken: Locale): Locale | undefined {
  const likely = likelyIntents(text).filter(({ is }) => is in languages);
  if (likely.reduce((sum, { likelihood }) => sum + likelihood, 0) < sure) return undefined;
  const padded = paddedForSearch(normalise(text));
  const named = names.filter(({ called }) => anyStandsIn(padded, called));
  const [meant] = named.length === 1 ? named : names.filter(({ locale }) => locale !== spoken);
  return meant?.locale;
}
