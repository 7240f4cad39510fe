/** For how long users have not signed in: who is not there is the first to do without a licence. */
import { awayDays } from '../model/policyValues.ts';
import type { DirectoryUser } from '../ports/userLicences.ts';

type SignIn = Pick<DirectoryUser, 'lastSignIn'>;

/** `never`: has not signed in at all. `long` and `some`: not for the longer and the shorter time of `awayDays`. */
export type Away = 'never' | 'long' | 'some' | 'lately' | 'unknown';

/** @param now of the tenant */
export function awayOf({ lastSignIn }: SignIn, now: Temporal.Instant): Away {
  if (lastSignIn === 'never' || lastSignIn === 'unknown') return lastSignIn;
  if (isAwaySince({ lastSignIn }, daysBefore(now, awayDays.long))) return 'long';
  return isAwaySince({ lastSignIn }, daysBefore(now, awayDays.some)) ? 'some' : 'lately';
}

/** Whether a user is known not to have signed in since that instant (ISO). */
export function isAwaySince({ lastSignIn }: SignIn, before: string): boolean {
  if (lastSignIn === 'unknown') return false;
  return lastSignIn === 'never' || Temporal.Instant.compare(lastSignIn, before) < 0;
}

/** ISO instant. */
export function daysBefore(now: Temporal.Instant, days: number): string {
  return now.subtract({ hours: 24 * days }).toString();
}

/** Who has been away for longest comes first, and last those of whom nobody knows it. */
export function longestAwayFirst(one: SignIn, other: SignIn): number {
  const [rank, otherRank] = [rankOf(one), rankOf(other)];
  if (rank !== otherRank || rank !== 1) return rank - otherRank;
  return Temporal.Instant.compare(one.lastSignIn, other.lastSignIn);
}

function rankOf({ lastSignIn }: SignIn): number {
  if (lastSignIn === 'never') return 0;
  return lastSignIn === 'unknown' ? 2 : 1;
}
