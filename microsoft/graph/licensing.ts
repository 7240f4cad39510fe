/** How a product's licences are given, counted over its users. */
import type { UsersOf } from '../../commerce/model/subscription.ts';
import type { Licensing } from '../../commerce/ports/directory.ts';
import type { GraphUser } from './reads.ts';

/**
 * Names of groups may not be read with what is consented to, so they stand by their ids.
 * @param nameOf a service, by its id
 */
export function licensingOf(
  users: readonly GraphUser[],
  skuId: string,
  nameOf: (planId: string) => string,
): Licensing {
  const turnedOff = new Map<string, number>();
  const groups = new Map<string, number>();
  for (const { licenseAssignmentStates } of users) {
    const states = (licenseAssignmentStates ?? []).filter((one) => one.skuId === skuId);
    // What one of several assignments has turned on is on.
    const [first = [], ...others] = states.map(({ disabledPlans }) => disabledPlans ?? []);
    const off = first.filter((plan) => others.every((plans) => plans.includes(plan)));
    for (const plan of new Set(off)) count(turnedOff, nameOf(plan));
    const givers = states.flatMap(({ assignedByGroup }) => assignedByGroup || []);
    for (const group of new Set(givers)) count(groups, group);
  }
  return { turnedOff: mostFirst(turnedOff), groups: mostFirst(groups) };
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): UsersOf[] {
  return [...counts]
    .map(([name, users]) => ({ name, users }))
    .sort((one, other) => other.users - one.users);
}
