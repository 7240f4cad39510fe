/** Read, change, write; again when somebody else wrote in between. */
import { isConflict } from './errors.ts';

const attempts = 10;

/** Where things are stored, each with a version by which it is written. */
interface Documents<T> {
  get(id: string): Promise<{ value: T; version: number } | undefined>;
  /** @throws storage.conflict when the version is not the newest */
  replace(value: T, version: number): Promise<unknown>;
}

/**
 * @param change gets the newest value and returns what is to be stored; the same object means no
 * change. It may run several times, so it must have no effect of its own.
 * @returns what is stored then; undefined when there is nothing
 * @throws storage.conflict when somebody else was faster ten times
 */
export async function changeStored<T>(
  documents: Documents<T>,
  id: string,
  change: (value: T) => T,
): Promise<T | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await documents.get(id);
    if (!stored) return undefined;
    const next = change(stored.value);
    if (next === stored.value) return next;
    try {
      await documents.replace(next, stored.version);
      return next;
    } catch (error) {
      if (!isConflict(error) || attempt === attempts) throw error;
    }
  }
}
