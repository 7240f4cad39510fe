import { UpgraderaError } from '../../commerce/base/errors.ts';

/** What was asked for; undefined when nobody can tell it just now, where it is said without it as well. */
export async function knownNow<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof UpgraderaError)) throw error;
    return undefined;
  }
}
