/** What the cards of moving users need of a turn, and show. */
import type { MoveView } from '../../../cards/manualChange/moveCard.ts';
import { type RightsSources, rightsOf } from '../../../commerce/access/rights.ts';
import { zoneOf } from '../../../commerce/model/account.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import { aimOf, type Move } from '../../../commerce/model/move/move.ts';
import type { MovePerson, Moving } from '../../../commerce/move/moving.ts';
import type { Clock } from '../../../commerce/ports/clock.ts';
import type { Seller } from '../../../commerce/ports/seller.ts';
import type { Localiser } from '../../../locales/localiser.ts';
import type { MayChangeLicences } from '../../connect/mayChangeLicences.ts';
import { planNames } from '../../step/planName.ts';
import type { Turn } from '../../step/turn.ts';

export function moverIn({ tenantId, userId, userName, conversation }: Turn): MovePerson {
  return { tenantId, userId, name: userName, conversation };
}

export interface MayMoveNeeds extends RightsSources {
  mayChangeLicences: MayChangeLicences;
}

/**
 * Says why not where the person may not give and take licences (R9), and shows the way where we may not
 * in this organization.
 */
export async function mayMove(
  needs: MayMoveNeeds,
  turn: Turn,
  move: Pick<Move, 'targetSkuId' | 'selection'>,
): Promise<boolean> {
  const { assign } = await rightsOf(needs, turn.tenantId, turn.userId);
  if (assign === true) return needs.mayChangeLicences(turn);
  const sentence = assign === 'unknown' ? 'rolesUnknown' : 'mayNotMove';
  await turn.say(`dialogs.${aimOf(move) === 'swap' ? 'manual' : 'freeing'}.${sentence}`);
  return false;
}

export interface MoveSurroundingsNeeds {
  seller: Pick<Seller, 'billingAccount'>;
  clock: Clock;
  moving: Pick<Moving, 'rows'>;
}

export interface MoveViewNeeds extends MayMoveNeeds, MoveSurroundingsNeeds {
  moving: Moving;
  catalog: Pick<Catalog, 'find'>;
}

export type MoveSurroundings = Pick<MoveView, 'refused' | 'next' | 'asOf' | 'timeZone'>;

/** @param from where those who are left are listed from: as `next` of the view before */
export async function aroundMove(
  { seller, clock, moving }: MoveSurroundingsNeeds,
  move: Move,
  from = 0,
): Promise<MoveSurroundings> {
  const { tenantId } = move;
  const isLeft = (move.tally.states.refused ?? 0) > 0;
  const [account, now, refused] = await Promise.all([
    seller.billingAccount(tenantId),
    clock.now(tenantId),
    isLeft
      ? moving.rows(move, { from, only: ({ state }) => state === 'refused' })
      : { rows: [], next: undefined },
  ]);
  return {
    refused: refused.rows,
    ...(refused.next === undefined ? {} : { next: refused.next }),
    asOf: now.toString(),
    timeZone: zoneOf(account),
  };
}

export function moveView(
  catalog: Pick<Catalog, 'find'>,
  l: Localiser,
  move: Move,
  around: MoveSurroundings,
): MoveView {
  return { move, ...planNames(catalog, l, move), ...around };
}
