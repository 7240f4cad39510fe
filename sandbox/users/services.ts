/** What products contain for users in simulated tenants. */
import { serviceName } from '../../commerce/licences/serviceName.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { Plan } from '../../commerce/model/plan.ts';
import type { LicenceService } from '../../commerce/ports/userLicences.ts';

/** Published among the services of products, and in no tenant a service that a user could have. */
const notForUsers = /^(M365_LIGHTHOUSE_|MESH_)/;

export function servicesOf(catalog: Catalog, skuId: string): LicenceService[] {
  const plans = catalog.find(skuId)?.servicePlans ?? [];
  return plans
    .filter(({ name }) => !notForUsers.test(name))
    .map(({ id, name }) => ({ id: id.toLowerCase(), name }));
}

/** Id of the service of a product that people call so; the name where it has none. */
export function servicePlanNamed(plan: Plan | undefined, name: string): string {
  const found = plan?.servicePlans.find((one) => serviceName(one.name) === name);
  return found?.id.toLowerCase() ?? name;
}

/** How people call a service of a product. */
export function nameOfPlan(plan: Plan | undefined, planId: string): string {
  const found = plan?.servicePlans.find(({ id }) => id.toLowerCase() === planId);
  return found ? serviceName(found.name) : planId;
}

/** Of each of these a user has one plan at the most. */
const exclusive: readonly (readonly string[])[] = [
  ['EXCHANGE_S_DESKLESS', 'EXCHANGE_S_ESSENTIALS', 'EXCHANGE_S_STANDARD', 'EXCHANGE_S_ENTERPRISE'],
  ['SHAREPOINTDESKLESS', 'SHAREPOINTSTANDARD', 'SHAREPOINTENTERPRISE'],
];

/** What works with one of these only. */
const dependencies: Readonly<Record<string, readonly string[]>> = {
  MCOEV: ['TEAMS1', 'MCOSTANDARD'],
};

/** What stands against services together, by their names. */
export function serviceConflict(
  on: ReadonlySet<string>,
): 'MutuallyExclusiveViolation' | 'DependencyViolation' | undefined {
  if (exclusive.some((plans) => plans.filter((name) => on.has(name)).length > 1)) {
    return 'MutuallyExclusiveViolation';
  }
  const lacks = Object.entries(dependencies).some(
    ([name, needed]) => on.has(name) && !needed.some((one) => on.has(one)),
  );
  return lacks ? 'DependencyViolation' : undefined;
}
