/** How the simulated directory takes a change of one user's licences: what it refuses, and what comes of the rest. */
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { ChangeOutcome, LicenceChange } from '../../commerce/ports/userLicences.ts';
import type { UserLicence } from '../tenant/userChanges.ts';
import { serviceConflict, servicesOf } from './services.ts';

/** The user as changes find them, and what they are judged by. */
export interface Case {
  licences: readonly UserLicence[];
  /** Why this user can't be given anything, beside what follows from the rest. */
  obstacle: string | undefined;
  catalog: Catalog;
  /** How many licences of a product nobody has; undefined for a product that the tenant has none of. */
  free(skuId: string): number | undefined;
}

const refused = (reason: string, text?: string): ChangeOutcome => ({
  outcome: 'refused',
  reason,
  ...(text !== undefined && { text }),
});

/** @returns all licences of the user then, or the refusal */
export function judge(change: LicenceChange, about: Case): UserLicence[] | ChangeOutcome {
  const { licences, catalog } = about;
  const removed = change.remove.map((skuId) => skuId.toLowerCase());
  const added = change.add.map(({ skuId, disabledPlans }) => ({
    skuId: skuId.toLowerCase(),
    off: disabledPlans.map((id) => id.toLowerCase()),
  }));
  const isHeld = (skuId: string): boolean => licences.some((one) => one.skuId === skuId);
  for (const { skuId, off } of added) {
    if (removed.includes(skuId)) return refused('Other', `${skuId} is added and removed`);
    if (about.free(skuId) === undefined) return refused('Other', `${skuId} is not in the company`);
    const known = servicesOf(catalog, skuId).map(({ id }) => id);
    const strange = off.find((id) => !known.includes(id));
    if (strange !== undefined) return refused('Other', `${skuId} has no service plan ${strange}`);
  }
  const ofGroups = licences.filter(({ group }) => group).map(({ skuId }) => skuId);
  const direct = licences.filter(({ group }) => !group);
  if (removed.some((id) => ofGroups.includes(id) && !direct.some(({ skuId }) => skuId === id))) {
    return refused('GroupAssigned');
  }
  const fresh = added.filter(({ skuId }) => !isHeld(skuId));
  if (fresh.length > 0 && about.obstacle !== undefined) return refused(about.obstacle);
  if (fresh.some(({ skuId }) => (about.free(skuId) ?? 0) < 1)) return refused('CountViolation');
  const next = [
    ...licences.filter(
      ({ skuId, group }) =>
        group || !(removed.includes(skuId) || added.some((one) => one.skuId === skuId)),
    ),
    ...added,
  ];
  const conflict = serviceConflict(servicesOn(next, catalog));
  return conflict ? refused(conflict) : next;
}

function servicesOn(licences: readonly UserLicence[], catalog: Catalog): ReadonlySet<string> {
  return new Set(
    licences.flatMap(({ skuId, off }) =>
      servicesOf(catalog, skuId)
        .filter(({ id }) => !off.includes(id))
        .map(({ name }) => name),
    ),
  );
}
