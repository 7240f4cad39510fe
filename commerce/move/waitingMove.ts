import { type Move, type MoveNotice, moveSchema } from '../model/move/move.ts';
import { waitingWithNotices } from '../ports/waitingWithNotices.ts';

/** A move owes a notice when it has come to an end, or can't go on by itself. */
export const waitingMove = waitingWithNotices<MoveNotice, Move>(moveSchema);
