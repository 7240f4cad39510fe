/** Who could do without a licence of a product: those first who have not signed in for longest. */
import { isKnown, type OrUnknown } from '../model/unknown.ts';
import type { DirectoryUser, UserLicences } from '../ports/userLicences.ts';
import { awayOf, longestAwayFirst } from './away.ts';
import { assignmentsOf } from './planSwap.ts';

export interface Suggestion {
  /** Ids of users with a licence of their own, whoever has been away for longest first. */
  users: string[];
  /** How many of these, the first ones, are known to have been away for long enough to be suggested. */
  away: number;
  /** How many of those who were read have it from a group, and are not among these. */
  ofGroups: number;
  /** Of nobody who was read it is known when they signed in. */
  isUnknown: boolean;
  /** How many were read; not all, where it is cut. */
  read: number;
  isCut: boolean;
}

export interface SuggestOptions {
  /** Of the tenant. */
  now: Temporal.Instant;
  /** The most users that are named. */
  most: number;
  /** Whether there is time for another page. */
  goOn(): boolean;
}

export async function suggestUsers(
  licences: Pick<UserLicences, 'page'>,
  tenantId: string,
  skuId: string,
  { now, most, goOn }: SuggestOptions,
): Promise<OrUnknown<Suggestion>> {
  let named: DirectoryUser[] = [];
  let [read, ofGroups, isUnknown] = [0, 0, true];
  let next: string | undefined;
  do {
    const page = await licences.page(tenantId, { skuId }, next);
    if (!isKnown(page)) return 'unknown';
    const own = page.users.filter((user) => !isOfGroup(user, skuId));
    read += page.users.length;
    ofGroups += page.users.length - own.length;
    isUnknown &&= page.users.every(({ lastSignIn }) => lastSignIn === 'unknown');
    named = [...named, ...own].sort(longestAwayFirst).slice(0, most);
    next = page.next;
  } while (next !== undefined && goOn());
  const isAway = (user: DirectoryUser): boolean =>
    ['never', 'long', 'some'].includes(awayOf(user, now));
  return {
    users: named.map(({ id }) => id),
    away: named.filter(isAway).length,
    ofGroups,
    isUnknown,
    read,
    isCut: next !== undefined,
  };
}

/** @returns the group that gives the user the licence, by name */
export function groupOf(user: DirectoryUser, skuId: string): string | undefined {
  return assignmentsOf(user, skuId.toLowerCase()).find(({ group }) => group)?.group?.name;
}

function isOfGroup(user: DirectoryUser, skuId: string): boolean {
  return groupOf(user, skuId) !== undefined;
}
