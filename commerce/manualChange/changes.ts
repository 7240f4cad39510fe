/** The ways in which a change moves on. Pure: what does not fit any more changes nothing. */

import { endSeen, hasArrived, haveMoved, movedSoFar, type Seen } from './look.ts';
import type {
  BackupItem,
  ChangeNoticeKind,
  ChangeStep,
  ManualChange,
  Person,
  Tick,
} from './manualChange.ts';
import { currentStep, stepsOf } from './steps.ts';

/** Who is there, and when. */
export interface Moment {
  by?: Person;
  /** ISO instant of the tenant's time. */
  now: string;
}

/** Ticks off the step that is next; another one is not. */
export function tick(
  change: ManualChange,
  step: ChangeStep,
  how: Tick['how'],
  { by, now }: Moment,
): ManualChange {
  if (change.state !== 'open' || currentStep(change) !== step) return change;
  const ticks = [...change.ticks, { step, how, ...(by ? { by } : {}), at: now }];
  const next = { ...(step === 'wait' ? calm(change) : change), ticks };
  return currentStep(next) === undefined ? { ...calm(next), state: 'done' } : next;
}

/** Whether a step can be seen to be done. What only people know is never seen. */
const seenDone: Record<ChangeStep, (change: ManualChange, seen: Seen) => boolean> = {
  buy: (_change, seen) => hasArrived(seen),
  wait: (_change, seen) => hasArrived(seen),
  backUp: () => false,
  move: haveMoved,
  verify: haveMoved,
  end: (change, seen) => endSeen(change, seen) !== undefined,
};

/** Ticks off, one after the other, what can be seen to be done. */
export function catchUp(change: ManualChange, seen: Seen, moment: Moment): ManualChange {
  const step = change.state === 'open' ? currentStep(change) : undefined;
  if (!step || !seenDone[step](change, seen)) return change;
  const next = tick(change, step, 'seen', moment);
  return catchUp(next, seen, moment);
}

/** Nothing is looked for any more. */
function calm({ waitsSince: _, nextCheckAt: __, ...change }: ManualChange): ManualChange {
  return change;
}

/** Somebody has bought: from now on it is looked for. @param wakeAt real time of the first look */
export function lookFor(
  change: ManualChange,
  {
    userId,
    conversation,
    now,
    wakeAt,
  }: Record<'userId' | 'conversation' | 'now' | 'wakeAt', string>,
): ManualChange {
  if (change.state !== 'open' || currentStep(change) !== 'wait') return change;
  return { ...change, userId, conversation, waitsSince: now, nextCheckAt: wakeAt };
}

/** One thing, or all of them; with the last one the step is done. */
export function backUp(
  change: ManualChange,
  items: readonly BackupItem[],
  { by, now }: Required<Moment>,
): ManualChange {
  if (change.state !== 'open') return change;
  const done = change.backedUp.map(({ item }) => item);
  const fresh = items.filter((item) => change.toBackUp.includes(item) && !done.includes(item));
  if (fresh.length === 0) return change;
  const backedUp = [...change.backedUp, ...fresh.map((item) => ({ item, by, at: now }))];
  const next = { ...change, backedUp };
  return backedUp.length < change.toBackUp.length
    ? next
    : tick(next, 'backUp', 'told', { by, now });
}

/** Only before anybody is told to be moved: afterwards the number is what was done. */
export function setUsers(change: ManualChange, users: ManualChange['users']): ManualChange {
  const isFree = change.state === 'open' && stepsOf(change).includes('move');
  return isFree && users !== change.users ? { ...change, users } : change;
}

/** Those who have moved are all who do; the others keep the old plan. */
export function settle(change: ManualChange, seen: Seen): ManualChange {
  const step = currentStep(change);
  const moved = step === 'move' || step === 'verify' ? movedSoFar(change, seen) : undefined;
  return moved === undefined ? change : setUsers(change, moved);
}

/** Users are to be moved here; the newest are remembered. */
export function noteMove(change: ManualChange, moveId: string): ManualChange {
  if (change.moves.includes(moveId)) return change;
  return { ...change, moves: [...change.moves, moveId].slice(-movesRemembered) };
}

const movesRemembered = 50;

export function stopChange(change: ManualChange): ManualChange {
  return change.state === 'open' ? { ...calm(change), state: 'stopped' } : change;
}

/** Each kind is told once for each time that something is looked for. */
export function owe(change: ManualChange, kind: ChangeNoticeKind): ManualChange {
  const { conversation, notices } = change;
  return { ...change, notices: [...notices, { kind, conversation, status: 'pending' }] };
}

/** The look is over, since what was bought has not come. */
export function giveUp(change: ManualChange): ManualChange {
  return owe(calm(change), 'notCome');
}
