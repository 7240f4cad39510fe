/** What a move does for one user: there, or back; a licence comes free; what an upgrade has turned on is turned off again. */
import { UpgraderaError } from '../../base/errors.ts';
import {
  type FreePlan,
  isFreed,
  isGivenBack,
  planFree,
  planGiveBack,
} from '../../licences/planFree.ts';
import { planKeep } from '../../licences/planKeep.ts';
import { isSwapped, planSwap, type Swap, type SwapPlan } from '../../licences/planSwap.ts';
import { isRestored, planUndo } from '../../licences/planUndo.ts';
import type { ServicesOfSwap } from '../../licences/servicesKeptOff.ts';
import { aimOf, type Move } from '../../model/move/move.ts';
import type { Mover } from '../../model/move/movePart.ts';
import type { OrUnknown } from '../../model/unknown.ts';
import type {
  DirectoryUser,
  LicenceChange,
  LicenceService,
  UserLicences,
} from '../../ports/userLicences.ts';

export interface Errand {
  /** The row as it is now that the user was read, and the call that is to be made, if any. */
  decide(row: Mover, user: DirectoryUser): { row: Mover; change?: LicenceChange };
  /** Whether the user has what the move is to bring. */
  isDone(row: Mover, user: DirectoryUser): boolean;
  /** What the source contains now. */
  sourceServices: readonly LicenceService[];
}

/** @throws upstream.unavailable while nobody can tell what the products contain */
export async function errandOf(
  licences: Pick<UserLicences, 'services'>,
  move: Move,
): Promise<Errand> {
  const { tenantId, sourceSkuId, targetSkuId, gathering, sourceServices } = move;
  if (targetSkuId === undefined) {
    const isBack = aimOf(move) === 'giveBack';
    const own = isBack ? told(await licences.services(tenantId, sourceSkuId)) : [];
    return { ...freeing(sourceSkuId, own), sourceServices: own };
  }
  const [source, target] = await Promise.all([
    sourceServices ?? licences.services(tenantId, sourceSkuId).then(told),
    licences.services(tenantId, targetSkuId).then(told),
  ]);
  // A product that was just bought shows after a while; until then nothing could be kept off.
  if (!gathering && target.length === 0) told('unknown');
  const swap = { sourceSkuId, targetSkuId };
  const services = { source, target };
  const errand = move.selection.kind === 'order' ? keeping(swap, services) : moving(swap, services);
  return { ...errand, sourceServices: source };
}

type Steps = Pick<Errand, 'decide' | 'isDone'>;

function moving(swap: Swap, services: ServicesOfSwap): Steps {
  const planOf = ({ restore }: Mover, user: DirectoryUser): SwapPlan =>
    restore ? planUndo(user, swap, restore, services.target) : planSwap(user, swap, services);
  return {
    isDone: ({ restore }, user) =>
      restore ? isRestored(user, swap, restore) : isSwapped(user, swap),
    decide: (row, user) => {
      const plan = planOf(row, user);
      if (!('change' in plan)) return { row: resting(row, plan) };
      const { kind, change, before, keptOff, unmapped } = plan;
      const hadTarget = kind === 'removeOld';
      const held = { disabledPlans: [...before], ...(hadTarget ? { hadTarget } : {}) };
      return { row: { ...waiting(row), kind, before: held, keptOff, unmapped }, change };
    },
  };
}

/** The licence of one product, taken or given back. */
function freeing(skuId: string, services: readonly LicenceService[]): Steps {
  const planOf = ({ restore }: Mover, user: DirectoryUser): FreePlan =>
    restore ? planGiveBack(user, skuId, restore, services) : planFree(user, skuId);
  return {
    isDone: ({ restore }, user) => (restore ? isGivenBack(user, skuId) : isFreed(user, skuId)),
    decide: (row, user) => {
      const plan = planOf(row, user);
      if (!('change' in plan)) return { row: resting(row, plan) };
      const { kind, change, before, keptOff, unmapped } = plan;
      const held = { disabledPlans: [...before] };
      return { row: { ...waiting(row), kind, before: held, keptOff, unmapped }, change };
    },
  };
}

function keeping(swap: Swap, services: ServicesOfSwap): Steps {
  const planOf = ({ before }: Mover, user: DirectoryUser) =>
    planKeep(user, swap, before?.disabledPlans ?? [], services);
  return {
    isDone: (row, user) => planOf(row, user).kind === 'kept',
    decide: (row, user) => {
      const plan = planOf(row, user);
      if (plan.kind === 'nothingToKeep') {
        return { row: { ...resting(row, plan), unmapped: plan.unmapped } };
      }
      if (!('change' in plan)) return { row: resting(row, plan) };
      const { kind, change, keptOff, unmapped } = plan;
      const next = { ...waiting(row), kind, keptOff, unmapped };
      return kind === 'kept' ? { row: { ...next, state: 'moved' } } : { row: next, change };
    },
  };
}

function waiting(row: Mover): Mover {
  const { reason: _, text: __, group: ___, ...rest } = row;
  return { ...rest, state: 'waiting' };
}

const unneeded: readonly string[] = ['alreadyMoved', 'notOwned', 'nothingToKeep', 'has'];

/** There is no call to make, or none that would succeed. */
function resting(row: Mover, plan: { kind: string; group?: string }): Mover {
  const { kind, group } = plan;
  const state = unneeded.includes(kind) ? 'unneeded' : 'refused';
  return { ...row, kind, state, reason: kind, ...(group === undefined ? {} : { group }) };
}

/** @throws upstream.unavailable for what can't be told just now */
export function told<T>(answer: OrUnknown<T>): Exclude<T, 'unknown'> {
  if (answer === 'unknown') throw new UpgraderaError('upstream.unavailable', 'not told');
  return answer as Exclude<T, 'unknown'>;
}
