/** What a move does for one user: there, or back. */
import { UpgraderaError } from '../base/errors.ts';
import { isSwapped, planSwap, type SwapKind } from '../licences/planSwap.ts';
import { isRestored, planUndo } from '../licences/planUndo.ts';
import type { ServicesOfSwap } from '../licences/servicesKeptOff.ts';
import type { Move } from '../model/move/move.ts';
import type { Mover } from '../model/move/movePart.ts';
import type { OrUnknown } from '../model/unknown.ts';
import type { DirectoryUser, LicenceChange, UserLicences } from '../ports/userLicences.ts';

export interface Errand {
  /** The row as it is now that the user was read, and the call that is to be made, if any. */
  decide(row: Mover, user: DirectoryUser): { row: Mover; change?: LicenceChange };
  /** Whether the user has what the move is to bring. */
  isDone(row: Mover, user: DirectoryUser): boolean;
}

/** @throws upstream.unavailable while nobody can tell what the products contain */
export async function errandOf(
  licences: Pick<UserLicences, 'services'>,
  { tenantId, sourceSkuId, targetSkuId }: Move,
): Promise<Errand> {
  const [source, target] = await Promise.all([
    licences.services(tenantId, sourceSkuId).then(told),
    licences.services(tenantId, targetSkuId).then(told),
  ]);
  return errandWith({ sourceSkuId, targetSkuId }, { source, target });
}

function errandWith(
  swap: { sourceSkuId: string; targetSkuId: string },
  services: ServicesOfSwap,
): Errand {
  const planOf = ({ restore }: Mover, user: DirectoryUser) =>
    restore ? planUndo(user, swap, restore, services.target) : planSwap(user, swap, services);
  return {
    isDone: ({ restore }, user) =>
      restore ? isRestored(user, swap, restore) : isSwapped(user, swap),
    decide: (row, user) => {
      const plan = planOf(row, user);
      if (!('change' in plan)) return { row: resting(row, plan.kind) };
      const { kind, change, before, keptOff, unmapped } = plan;
      const hadTarget = kind === 'removeOld';
      const held = { disabledPlans: [...before], ...(hadTarget ? { hadTarget } : {}) };
      const { reason: _, text: __, ...rest } = row;
      return { row: { ...rest, kind, state: 'waiting', before: held, keptOff, unmapped }, change };
    },
  };
}

type RestingKind = Exclude<SwapKind, 'swap' | 'removeOld'>;

const unneeded: readonly RestingKind[] = ['alreadyMoved', 'notOwned'];

/** There is no call to make, or none that would succeed. */
function resting(row: Mover, kind: RestingKind): Mover {
  return { ...row, kind, state: unneeded.includes(kind) ? 'unneeded' : 'refused', reason: kind };
}

/** @throws upstream.unavailable for what can't be told just now */
export function told<T>(answer: OrUnknown<T>): Exclude<T, 'unknown'> {
  if (answer === 'unknown') throw new UpgraderaError('upstream.unavailable', 'not told');
  return answer as Exclude<T, 'unknown'>;
}
