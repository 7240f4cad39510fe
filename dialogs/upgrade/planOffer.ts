/** The plans that a text may name at any step of an upgrade, and what is said when it names none or several. */
import { has } from '../../commerce/catalog/questions.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import { thingIn } from '../../understanding/catalogQuestions.ts';
import type { Found, Named } from '../../understanding/reading/named.ts';
import { planIn } from '../../understanding/reading/plans.ts';
import type { Turn } from '../step/turn.ts';
import { planItems } from './planItems.ts';

/** @param inSight where a list is shown, what is on its page: a place counts it */
export function planSaid(
  text: string,
  facts: Facts,
  inSight?: readonly Named[],
): Found | undefined {
  const all = planItems(facts);
  const nameOf = ({ choice, plan }: (typeof all)[number]): Named => ({ choice, name: plan.name });
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

export async function sayWhichPlan(
  turn: Pick<Turn, 'say'>,
  plan: Exclude<Found, { found: unknown }>,
): Promise<void> {
  if ('none' in plan) return turn.say('dialogs.plans.notOffered');
  const names = plan.several.map(({ name }) => name).join(', ');
  await turn.say('dialogs.plans.several', { names });
}
