/** What follows when all parts of a move were gone through. */
import type { Move } from '../../model/move/move.ts';
import type { Order } from '../../model/order.ts';
import { moveVerification, upgradeLookSeconds } from '../../model/policyValues.ts';
import { stepped } from '../changeMove.ts';

interface Moment {
  /** Tenant's time. */
  at: string;
  /** Real time. */
  now: Temporal.Instant;
}

/** An upgrade has moved these users: they are told that services are off again. */
const keepNotice = { done: 'kept', doneWithUsersLeft: 'keptSome' } as const;

/**
 * When the upgrade that was waited for is over, what it turned on is turned off; else nothing is to be done.
 * @param order where it has moved users, perhaps to another product than was meant first
 */
export function upgradeEnded(
  move: Move,
  order: Pick<Order, 'targetSkuId'> | undefined,
  { at, now }: Moment,
): Move {
  const by = 'system';
  if (!order) return stepped(move, { to: 'stopped', at, by, event: 'move.stopped' });
  const moved = { ...move, targetSkuId: order.targetSkuId.toLowerCase() };
  return stepped(moved, {
    to: 'running',
    at,
    by,
    event: 'move.started',
    nextCheckAt: now.toString(),
  });
}

/** Everybody has been read: who asked says whether it begins; an upgrade is waited for. */
export function gathered(move: Move, { at, now }: Moment): Move {
  const { gathering, ...rest } = move;
  const by = 'system';
  if (move.selection.kind !== 'order') {
    const notice = gathering?.tells ? 'planned' : undefined;
    return stepped(rest, { to: 'planned', at, by, event: 'move.planned', notice });
  }
  if (move.parts === 0) return stepped(rest, { to: 'done', at, by, event: 'move.unneeded' });
  const nextCheckAt = now.add({ seconds: upgradeLookSeconds }).toString();
  return stepped(rest, { to: 'awaiting', at, by, event: 'move.planned', nextCheckAt });
}

/** After moving it is verified, again while somebody can't be seen moved, and then it is over. */
export function passEnded(move: Move, { at, now }: Moment): Move {
  const { pass } = move;
  if (pass.kind === 'move') {
    const verifying = { ...move, pass: nextPass(move, { kind: 'verify', looks: 1 }) };
    const event = 'move.tried';
    return stepped(verifying, {
      to: 'verifying',
      at,
      by: 'system',
      event,
      nextCheckAt: now.toString(),
    });
  }
  if (pass.unseen > 0) {
    const looks = pass.looks + 1;
    const nextCheckAt = now.add({ minutes: moveVerification.minutes }).toString();
    return { ...move, pass: nextPass(move, { kind: 'verify', looks }), nextCheckAt };
  }
  if (move.stopping) {
    const { stopping: _, ...rest } = move;
    return stepped(rest, { to: 'stopped', at, by: 'system', event: 'move.stopped' });
  }
  const { waiting = 0, refused = 0 } = move.tally.states;
  const to = waiting + refused > 0 ? 'doneWithUsersLeft' : 'done';
  const notice = move.selection.kind === 'order' ? keepNotice[to] : to;
  return stepped(move, { to, at, by: 'system', event: `move.${to}`, notice });
}

/** A person stops it: whom a call was made for is read, and nobody else is moved. */
export function brokenOff(move: Move, by: string, { at, now }: Moment): Move {
  const { number, at: part } = move.pass;
  const pass = { ...nextPass(move, { kind: 'verify', looks: 1 }), left: { number, at: part } };
  const nextCheckAt = now.toString();
  const step = { to: 'verifying', at, by, event: 'move.stop', nextCheckAt } as const;
  return stepped({ ...move, stopping: true, pass }, step);
}

/**
 * It can't go on by itself, and a person has to see to it. What an upgrade is about to turn on can't be noted
 * later.
 */
export function halted(move: Move, code: string, at: string): Move {
  const step = { at, by: 'system', event: 'move.halted', code } as const;
  const { gathering, ...rest } = move;
  if (move.selection.kind === 'order') {
    return gathering
      ? stepped(rest, { ...step, to: 'stopped', notice: 'notNoted' })
      : stepped(move, { ...step, to: 'paused', notice: 'notKept' });
  }
  // Who waits for a dry run is told at once, by whoever waits with them.
  if (gathering?.tells === false) return stepped(move, { ...step, to: 'paused' });
  const notice = code === 'noLicences' ? code : 'interrupted';
  return stepped(move, { ...step, to: 'paused', notice });
}

/** From the first part on. */
export function nextPass(
  { pass }: Move,
  given: { kind: 'move' | 'verify'; again?: boolean; looks?: number },
): Move['pass'] {
  const { kind, again = false, looks = 0 } = given;
  return { kind, number: pass.number + 1, at: 0, again, looks, unseen: 0 };
}
