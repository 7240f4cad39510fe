/** What became of a user, in the reader's words: in tables, and in the report. */
import type { Mover } from '../../commerce/model/move/movePart.ts';
import type { ReportWords } from '../../commerce/move/report.ts';
import type { Localiser } from '../../locales/localiser.ts';

/** Why a user was left, with what to do about it; empty where there is nothing to say. */
export function moverReason(
  { state, reason }: Pick<Mover, 'state' | 'reason'>,
  l: Localiser,
): string {
  if (reason === undefined || (state !== 'refused' && state !== 'unneeded')) return '';
  const key = `moves.reason.${reason}`;
  return l.has(key) ? l.t(key) : l.t('moves.reason.Other');
}

export function moverResult({ state }: Pick<Mover, 'state'>, l: Localiser): string {
  return l.t(`moves.result.${state}`);
}

/** @param nameOf the name of a product */
export function reportWords(l: Localiser, nameOf: (skuId: string) => string): ReportWords {
  return {
    separator: l.t('moves.report.separator') === ';' ? ';' : ',',
    title: (column) => l.t(`moves.report.${column}`),
    product: nameOf,
    result: (row) => moverResult(row, l),
    reason: (row) => {
      const said = row.state === 'refused' ? row.text : undefined;
      return [moverReason(row, l), said].filter(Boolean).join(' ');
    },
  };
}
