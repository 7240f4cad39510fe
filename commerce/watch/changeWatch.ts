/** The ways in which a watch changes. */

import { changeStored } from '../base/changeStored.ts';
import type { Watch, WatchState } from '../model/watch.ts';
import type { WatchRepository } from '../ports/repositories.ts';

/**
 * Changes a watch that is there; nothing happens to one that is not.
 * @param change as of `changeStored`
 * @throws storage.conflict
 */
export async function changeWatch(
  watches: WatchRepository,
  id: string,
  change: (watch: Watch) => Watch,
): Promise<void> {
  await changeStored(watches, id, change);
}

/** The watch at its end; somebody is told, unless it was they who stopped it. */
export function endWatch(watch: Watch, state: Exclude<WatchState, 'open'>): Watch {
  if (watch.state !== 'open') return watch;
  const { nextCheckAt: _, ...rest } = watch;
  return { ...rest, state, ...(state === 'stopped' ? {} : { notice: 'pending' as const }) };
}
