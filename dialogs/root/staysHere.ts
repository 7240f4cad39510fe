/** What begins an upgrade and only changes the one that is on its way: `switch to yearly`, on the review. */
import type { Intent } from '../../locales/intents.ts';
import { readingWords } from '../../locales/reading.ts';
import { ordersIn } from '../../understanding/parts/ordersIn.ts';
import { isAsked } from '../../understanding/questionKind.ts';
import { anyStandsIn, paddedForSearch } from '../../understanding/reading/lexicon.ts';
import { normalise } from '../../understanding/reading/normalise.ts';
import { asksInParts } from '../../understanding/reading/patterns/patterns.ts';
import { saysPlace } from '../../understanding/reading/places.ts';
import { plansNamed, speaksOfPlan } from '../../understanding/reading/plans.ts';
import { saysAmounts, understand } from '../../understanding/understand.ts';
import type { SubFlow } from '../step/subFlow.ts';

/** Steps that hear another plan, number or way to pay. */
const hearing = new Set(['configure', 'review', 'change-items']);

/** Whether an article answers it: where no review waits, there is nothing to change but elsewhere. */
export function isForArticles(meant: Intent | undefined): boolean {
  return meant === 'question' || (meant?.startsWith('change.') ?? false);
}

const ends = [...readingWords.cheapest, ...readingWords.dearest];

/** Whether what asks, and no article knows, names what an answer would name: it is none all the same. */
export function isNoAnswer(text: string): boolean {
  const names = speaksOfPlan(text) || saysAmounts(understand(text)) || saysPlace(text);
  return names || anyStandsIn(paddedForSearch(normalise(text)), ends);
}

/** Steps that are answered with names of people, which may look like anything. */
const namedTo = new Set(['move-users', 'free-users']);

/** @param step id of the step that waits. @returns whether what is no command of ours may be an answer to it */
export function takesNames(step: string | undefined): boolean {
  return step !== undefined && namedTo.has(step);
}

/** @param step id of the step that waits. @returns whether a sub-flow that hears its command should leave the text alone */
export function staysHere(
  flow: SubFlow,
  text: string,
  meant: Intent | undefined,
  step: string | undefined,
): boolean {
  // `Who may place orders here?` shows no orders.
  if (meant === 'question' && asksInParts(paddedForSearch(normalise(text)))) return true;
  // `Send that order through` asks for no status.
  if (step === 'review' && flow.id === 'orders' && ordersIn(text)) return true;
  if (flow.asksWith.length === 0) return false;
  // What other flows hear are commands in words of their own.
  if (flow.id !== 'upgrade') return meant === 'question' && isAsked(text);
  if (isForArticles(meant)) return true;
  if (step === undefined || !hearing.has(step)) return false;
  const plans = plansNamed(text);
  // Who says from where comes with another subscription, perhaps.
  return (plans === 1 && step === 'review') || (plans === 0 && saysAmounts(understand(text)));
}
