import type { LicenceService } from '../ports/userLicences.ts';
import { serviceFamily } from './serviceFamilies.ts';

/** What two products of a tenant really contain. */
export interface ServicesOfSwap {
  source: readonly LicenceService[];
  target: readonly LicenceService[];
}

export interface KeptOff {
  /** Service plans of the target to turn off, by id. */
  disabledPlans: string[];
  /** The same by name. */
  keptOff: string[];
  /** Services that were off and have no counterpart in the target, by name where it is known. */
  unmapped: string[];
}

/**
 * Services that were off with the source stay off with the target (R85, R122): the very same one, else
 * those of its family, provided that no edition of it was on. Nothing is turned off that the target of
 * this tenant does not have.
 * @param disabled ids of the source's service plans that are off
 */
export function servicesKeptOff(
  disabled: readonly string[],
  { source, target }: ServicesOfSwap,
): KeptOff {
  const off = new Set(disabled.map((id) => id.toLowerCase()));
  const on = source.filter(({ id }) => !off.has(id.toLowerCase()));
  const familiesOn = new Set(on.map(({ name }) => serviceFamily(name)));
  const turnOff = new Set<LicenceService>();
  const unmapped: string[] = [];
  for (const id of off) {
    const name = source.find((service) => service.id.toLowerCase() === id)?.name ?? id;
    const same = target.find((service) => service.id.toLowerCase() === id);
    const family = serviceFamily(name);
    const others =
      family === undefined || familiesOn.has(family)
        ? []
        : target.filter((service) => serviceFamily(service.name) === family);
    const counterparts = same ? [same] : others;
    for (const service of counterparts) turnOff.add(service);
    if (counterparts.length === 0) unmapped.push(name);
  }
  const kept = target.filter((service) => turnOff.has(service));
  return {
    disabledPlans: kept.map(({ id }) => id.toLowerCase()),
    keptOff: kept.map(({ name }) => name),
    unmapped,
  };
}
