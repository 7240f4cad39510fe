/** Facts that the table seems to lack: a plan and its twin without Teams should agree in everything else. */
import { featuresOf } from '../commerce/catalog/features.ts';
import { ranksOf } from '../commerce/catalog/serviceRanks.ts';
import { dataServiceSchema } from '../commerce/model/plan.ts';
import type { Finding } from './findings.ts';
import type { ShippedPlan } from './shippedPlan.ts';

/** "Office 365 E3 EEA (no Teams)" is the twin of "Office 365 E3". */
const withoutTeams = /(?: EEA)? \(no Teams\)/i;

const services = dataServiceSchema.options.filter((service) => service !== 'TEAMS');

/** Either twin may lack what the other one has. */
export function gapsOf(plans: readonly ShippedPlan[]): Finding[] {
  return plans
    .filter(({ name }) => withoutTeams.test(name))
    .flatMap((plan) => {
      const name = plan.name.replace(withoutTeams, '').toLowerCase();
      const twins = plans.filter(
        (one) => one.name.toLowerCase() === name && one.segment === plan.segment,
      );
      return twins.flatMap((twin) => [...lacking(plan, twin), ...lacking(twin, plan)]);
    });
}

function lacking(plan: ShippedPlan, twin: ShippedPlan): Finding[] {
  const own = thingsOf(plan);
  const lacks = thingsOf(twin).filter((thing) => !own.includes(thing));
  if (lacks.length === 0) return [];
  return [{ kind: 'gap', detail: `${plan.name} lacks ${lacks.join(', ')} of ${twin.name}` }];
}

function thingsOf({ servicePlans }: ShippedPlan): string[] {
  const ranks = ranksOf(servicePlans);
  return [...services.filter((service) => ranks[service] > 0), ...featuresOf(servicePlans)];
}
