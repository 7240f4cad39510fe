/** What follows when all parts of a move were gone through. */
import type { Move } from '../model/move/move.ts';
import { moveVerification } from '../model/policyValues.ts';
import { stepped } from './changeMove.ts';

interface Moment {
  /** Tenant's time. */
  at: string;
  /** Real time. */
  now: Temporal.Instant;
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
  return stepped(move, { to, at, by: 'system', event: `move.${to}`, notice: to });
}

/** A person stops it: whom a call was made for is read, and nobody else is moved. */
export function brokenOff(move: Move, by: string, { at, now }: Moment): Move {
  const { number, at: part } = move.pass;
  const pass = { ...nextPass(move, { kind: 'verify', looks: 1 }), left: { number, at: part } };
  const nextCheckAt = now.toString();
  const step = { to: 'verifying', at, by, event: 'move.stop', nextCheckAt } as const;
  return stepped({ ...move, stopping: true, pass }, step);
}

/** From the first part on. */
export function nextPass(
  { pass }: Move,
  given: { kind: 'move' | 'verify'; again?: boolean; looks?: number },
): Move['pass'] {
  const { kind, again = false, looks = 0 } = given;
  return { kind, number: pass.number + 1, at: 0, again, looks, unseen: 0 };
}
