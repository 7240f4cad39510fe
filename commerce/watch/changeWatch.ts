/** The ways in which a watch changes. */

import type { Watch, WatchState } from '../model/watch.ts';
import type { WatchRepository } from '../ports/repositories.ts';

/**
 * Changes a watch that is there; nothing happens to one that is not.
 * @throws storage.conflict when somebody else changed it in between: it is due again soon
 */
export async function changeWatch(
  watches: WatchRepository,
  id: string,
  change: (watch: Watch) => Watch,
): Promise<void> {
  const stored = await watches.get(id);
  if (!stored) return;
  const next = change(stored.value);
  if (next !== stored.value) await watches.replace(next, stored.version);
}

/** The watch at its end; somebody is told, unless it was they who stopped it. */
export function endWatch(watch: Watch, state: Exclude<WatchState, 'open'>): Watch {
  if (watch.state !== 'open') return watch;
  const { nextCheckAt: _, ...rest } = watch;
  return { ...rest, state, ...(state === 'stopped' ? {} : { notice: 'pending' as const }) };
}
