/** What a simulated user is like: everything but the licences follows from a number. */
import { memoize, memoizeLast } from '../../commerce/base/memoize.ts';
import type { DirectoryUser } from '../../commerce/ports/userLicences.ts';
import { guidOf } from '../tenant/guid.ts';
import { domainOf, personOf } from '../tenant/people.ts';
import type { TenantState } from '../tenant/tenantState.ts';
import { isRepaired } from './holders.ts';
import type { Layout } from './layout.ts';

const departments = [
  'Försäljning',
  'Lager',
  'Ekonomi',
  'Kundtjänst',
  'Produktion',
  'IT',
  'Ledning',
] as const;

/** Who belongs to none. */
const withoutDepartment = 17;

export function departmentOf(number: number): string | undefined {
  if (number % withoutDepartment === withoutDepartment - 1) return undefined;
  return departments[Math.floor(number / 2) % departments.length];
}

/** Everybody of a department is in a group of the same name. */
export function groupsNamed(tenantId: string, name: string): { id: string; name: string }[] {
  const found = departments.filter((one) => one.toLowerCase() === name.toLowerCase());
  return found.map((one) => ({ id: guidOf(tenantId, 'group', one), name: one }));
}

/** The department whose group that is. */
export function departmentOfGroup(tenantId: string, groupId: string): string | undefined {
  return departments.find((one) => guidOf(tenantId, 'group', one) === groupId);
}

/** The number stands at the end, so that a user is found by the id. */
const digits = 12;
const beginningOf = memoizeLast((tenantId) => guidOf(tenantId, 'users').slice(0, -digits));

export function userIdOf(tenantId: string, number: number): string {
  return `${beginningOf(tenantId)}${number.toString(16).padStart(digits, '0')}`;
}

/** @returns undefined for who is in no tenant, or in another one */
export function numberOf(tenantId: string, userId: string): number | undefined {
  const id = userId.toLowerCase();
  const number = Number.parseInt(id.slice(-digits), 16);
  return Number.isSafeInteger(number) && userIdOf(tenantId, number) === id ? number : undefined;
}

/**
 * Class of the error with which each licence is refused to a user, as an upgrade is: it concerns the users of the
 * first product who were assigned latest, until the tenant is repaired (R49).
 */
export function obstacleOf(
  state: TenantState,
  { products: [product] }: Layout,
  number: number,
  now: Temporal.Instant,
): string | undefined {
  if (!product || isRepaired(state, now)) return undefined;
  const past = product.first + product.atFirst - 1 - number;
  const reason = past < 0 || number < product.first ? undefined : reasonAt(state, past);
  return reason === ofGroup ? undefined : reason;
}

/** Stands in the way of an upgrade, and of no other licence. */
const ofGroup = 'InheritedFromGroup';

/** Of the user who was assigned latest but `past`. */
function reasonAt({ userErrors }: TenantState, past: number): string | undefined {
  let left = past;
  return userErrors.find(({ users }) => {
    left -= users;
    return left < 0;
  })?.reason;
}

type Person = Omit<DirectoryUser, 'id' | 'assignments'>;

/** What users are like at that instant, by their numbers. */
export function personsIn(
  state: TenantState,
  layout: Layout,
  now: Temporal.Instant,
): (number: number) => Person {
  const { name, country } = state.organisation;
  const domain = domainOf(name);
  const day = now.round({ smallestUnit: 'hour', roundingIncrement: 24, roundingMode: 'floor' });
  const first = Temporal.Instant.from(`${state.owned[0]?.termStart ?? '2026-01-01'}T07:30:00Z`);
  const lately = memoize((days) => day.subtract({ hours: 24 * Number(days) }).toString());
  const longAgo = memoize((days) => first.subtract({ hours: 24 * Number(days) }).toString());
  /** One of ten has never signed in, two not since before the first subscription began; the others lately. */
  const lastSignInOf = (number: number): string => {
    const kind = (number * 7 + 3) % 10;
    if (kind === 0) return 'never';
    return kind > 2 ? lately(String(number % 9)) : longAgo(String(60 + ((number * 13) % 150)));
  };
  return (number) => {
    const obstacle = obstacleOf(state, layout, number, now);
    const department = departmentOf(number);
    return {
      ...personOf(number, domain),
      ...(department !== undefined && { department }),
      ...(obstacle !== 'ProhibitedInUsageLocationViolation' && { usageLocation: country }),
      lastSignIn: lastSignInOf(number),
    };
  };
}
