/** The plans that a text may name at any step of an upgrade, and what is said when it names none or several. */
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Found } from '../../understanding/reading/named.ts';
import type { PlansOnOffer } from '../../understanding/reading/plans.ts';
import type { Turn } from '../step/turn.ts';
import { planItems } from './planItems.ts';

export function planOffer(facts: Facts): PlansOnOffer {
  const items = planItems(facts).map(({ choice, plan }) => ({ choice, name: plan.name }));
  return { items, ...(facts.plan ? { source: facts.plan.name } : {}) };
}

export async function sayWhichPlan(
  turn: Pick<Turn, 'say'>,
  plan: Exclude<Found, { found: unknown }>,
): Promise<void> {
  if ('none' in plan) return turn.say('dialogs.plans.notOffered');
  const names = plan.several.map(({ name }) => name).join(', ');
  await turn.say('dialogs.plans.several', { names });
}
