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
  const place = {
    read: () => watches.get(id),
    write: (watch: Watch, version: number) => watches.replace(watch, version),
  };
  await changeStored(place, change);
}

/** The watch at its end; somebody is told, unless it was they who stopped it. */
export function endWatch(watch: Watch, state: Exclude<WatchState, 'open'>): Watch {
  if (watch.state !== 'open') return watch;
  const { nextCheckAt: _, ...rest } = watch;
  return { ...rest, state, ...(state === 'stopped' ? {} : { notice: 'pending' as const }) };
}
