/** The plans that a text may name at any step of an upgrade, and what is said when it names none or several. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { has } from '../../commerce/catalog/questions.ts';
import { recommendedPlan } from '../../commerce/checkout/pricedPlans.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import { thingIn } from '../../understanding/catalogQuestions.ts';
import { type Compared, comparedPlans, mostCompared } from '../../understanding/comparedPlans.ts';
import { likelyCompares, seemsToCompare } from '../../understanding/intents/meant.ts';
import { match } from '../../understanding/phrases.ts';
import type { Found, Named } from '../../understanding/reading/named.ts';
import { normalise } from '../../understanding/reading/normalise.ts';
import { saysRecommended } from '../../understanding/reading/places.ts';
import { planIn, plansNamed } from '../../understanding/reading/plans.ts';
import type { Place, Step } from '../step/stepDialog.ts';
import { cheapestFirst, nameOf, planItems } from './planItems.ts';

/** @param inSight where a list is shown, what is on its page: a place counts it */
export function planSaid(
  text: string,
  facts: Facts,
  inSight?: readonly Named[],
): Found | undefined {
  // `the cheapest with Intune`
  const thing = thingIn(text);
  const all = cheapestFirst(facts);
  const suited = (thing ? all.filter(({ plan }) => has(plan, thing)) : all).map(nameOf);
  const said = planIn(text, {
    items: planItems(facts).map(nameOf),
    cheapestFirst: suited,
    ...(inSight ? { inSight } : {}),
    ...(facts.plan ? { source: facts.plan.name } : {}),
  });
  // `the E3 that has Windows`, and not `10 Premium for the office, 20 E1 for storage`
  const isOneName = plansNamed(text) === 1;
  const fits = thing && isOneName && said && 'several' in said ? among(said.several, suited) : [];
  if (fits[0] && fits.length === 1) return { found: fits[0] };
  const best =
    said || !saysRecommended(normalise(text)) ? undefined : recommendedPlan(planItems(facts));
  return best ? { found: { choice: best.plan.skuId, name: best.plan.name } } : said;
}

function among(several: readonly Named[], suited: readonly Named[]): Named[] {
  return several.filter(({ choice }) => suited.some((one) => one.choice === choice));
}

export interface PlanAsked {
  plan: Found;
  /** What was said of it: more than one when it was asked back. */
  texts: string[];
}

/** The same, where the text may settle which of several was meant: `the Office one`, after `E3`. */
export function planAsked(
  { turn, memory }: Place,
  facts: Facts,
  inSight?: readonly Named[],
): PlanAsked | undefined {
  const { text } = turn.intent;
  const { unsettled } = memory;
  delete memory.unsettled;
  const plan = planSaid(text, facts, inSight);
  if (plan || typeof unsettled !== 'string') return plan && { plan, texts: [text] };
  const settled = planSaid(`${unsettled}, ${text}`, facts);
  return settled && 'found' in settled ? { plan: settled, texts: [unsettled, text] } : undefined;
}

/** @param text what named several */
export async function sayWhichPlan(
  { turn, memory }: Place,
  plan: Exclude<Found, { found: unknown }>,
  text = turn.intent.text,
): Promise<void> {
  if ('none' in plan) return turn.say('dialogs.plans.notOffered');
  memory.unsettled = text;
  const names = plan.several.map(({ name }) => name).join(', ');
  await turn.say('dialogs.plans.several', { names });
}

/** @returns undefined when nothing is to be compared */
export function toBeCompared(text: string, facts: Facts): Compared | undefined {
  const rest = match(text, 'compare') ?? (seemsToCompare(text) ? '' : undefined);
  if (rest === undefined) return undefined;
  const said = planSaid(text, facts);
  if (said && 'several' in said && said.several.length <= mostCompared) {
    return { plans: said.several, guessed: false };
  }
  return comparedPlans(rest || text, planItems(facts).map(nameOf));
}

/** The chosen plan, and another one that alone is named. */
function besideIt(text: string, facts: Facts, chosen: string | undefined): Named[] {
  const said = planSaid(text, facts);
  const own = planItems(facts)
    .map(nameOf)
    .find(({ choice }) => choice === chosen);
  const other = said && 'found' in said ? said.found : undefined;
  return own && other && other.choice !== own.choice ? [own, other] : [];
}

/**
 * Plans that are named to be compared while one is chosen already. `Compare this with Microsoft 365 E3` means that one too.
 * @param chosen its product. @returns undefined when none are
 */
export function compareInstead(
  step: Step,
  facts: Facts,
  wanted: unknown,
  chosen = step.subject.targetSkuId,
): Promise<DialogTurnResult> | undefined {
  const { text } = step.turn.intent;
  const named = toBeCompared(text, facts)?.plans ?? [];
  const plans = named.length < 2 && likelyCompares(text) ? besideIt(text, facts, chosen) : named;
  if (plans.length < 2 || plans.length > mostCompared) return undefined;
  const { subscriptionId } = step.subject;
  return step.go(
    'comparison',
    { subscriptionId },
    { skuIds: plans.map(({ choice }) => choice), wanted },
  );
}
