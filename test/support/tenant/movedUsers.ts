/** Users before and after a move, so that everything about them can be compared. */
import type { DirectoryUser } from '../../../commerce/ports/userLicences.ts';

/** With what a directory may tell in any order in one order. People go on signing in: when, is left out. */
export function inOrder(users: readonly DirectoryUser[]): DirectoryUser[] {
  return users.map(({ assignments, ...user }) => ({
    ...user,
    lastSignIn: 'unknown' as const,
    assignments: assignments
      .map((one) => ({ ...one, disabledPlans: [...one.disabledPlans].sort() }))
      .sort((a, b) => a.skuId.localeCompare(b.skuId)),
  }));
}

/**
 * Everybody as before, but for who has the target in place of the source.
 * @param off services that are off with the target; undefined for who is not moved
 */
export function movedUsers(
  before: readonly DirectoryUser[],
  [source, target]: readonly [source: string, target: string],
  off: (user: DirectoryUser) => readonly string[] | undefined,
): DirectoryUser[] {
  const after = before.map((user) => {
    const disabledPlans = off(user);
    if (!disabledPlans) return user;
    const others = user.assignments.filter(({ skuId }) => skuId !== source);
    return { ...user, assignments: [...others, { skuId: target, disabledPlans }] };
  });
  return inOrder(after);
}
