/** What became of a user, in the reader's words: in tables, and in the report. */
import { aimOf, type Move, type MoveAim } from '../../commerce/model/move/move.ts';
import type { Mover } from '../../commerce/model/move/movePart.ts';
import type { ReportWords } from '../../commerce/move/report.ts';
import type { Localiser } from '../../locales/localiser.ts';

/** Why a user was left, with what to do about it; empty where there is nothing to say. */
export function moverReason(
  { state, reason, group }: Pick<Mover, 'state' | 'reason' | 'group'>,
  aim: MoveAim,
  l: Localiser,
): string {
  if (reason === undefined || (state !== 'refused' && state !== 'unneeded')) return '';
  const isNamed = reason === 'group' && group !== undefined;
  const own = aim === 'swap' ? [] : [`moves.freeing.reason.${reason}`];
  const keys = [...own, `moves.reason.${isNamed ? 'groupNamed' : reason}`];
  const key = keys.find((known) => l.has(known)) ?? 'moves.reason.Other';
  return l.t(key, isNamed ? { group } : {});
}

export function moverResult({ state }: Pick<Mover, 'state'>, aim: MoveAim, l: Localiser): string {
  return l.t(aim === 'swap' ? `moves.result.${state}` : `moves.freeing.${aim}.${state}`);
}

/** @param nameOf the name of a product */
export function reportWords(
  l: Localiser,
  move: Pick<Move, 'targetSkuId' | 'selection'>,
  nameOf: (skuId: string) => string,
): ReportWords {
  const aim = aimOf(move);
  return {
    separator: l.t('moves.report.separator') === ';' ? ';' : ',',
    title: (column) => l.t(`moves.report.${column}`),
    product: nameOf,
    result: (row) => moverResult(row, aim, l),
    reason: (row) => {
      const said = row.state === 'refused' ? row.text : undefined;
      return [moverReason(row, aim, l), said].filter(Boolean).join(' ');
    },
  };
}
