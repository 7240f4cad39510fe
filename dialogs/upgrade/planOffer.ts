/** The plans that a text may name at any step of an upgrade, and what is said when it names none or several. */
import { has } from '../../commerce/catalog/questions.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import { thingIn } from '../../understanding/catalogQuestions.ts';
import type { Found, Named } from '../../understanding/reading/named.ts';
import { planIn } from '../../understanding/reading/plans.ts';
import type { Place } from '../step/stepDialog.ts';
import { nameOf, planItems } from './planItems.ts';

/** @param inSight where a list is shown, what is on its page: a place counts it */
export function planSaid(
  text: string,
  facts: Facts,
  inSight?: readonly Named[],
): Found | undefined {
  const all = planItems(facts);
  // `the cheapest with Intune`
  const thing = thingIn(text);
  const suited = thing && all.filter(({ plan }) => has(plan, thing)).map(nameOf);
  return planIn(text, {
    items: all.map(nameOf),
    suited,
    ...(inSight ? { inSight } : {}),
    ...(facts.plan ? { source: facts.plan.name } : {}),
  });
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
