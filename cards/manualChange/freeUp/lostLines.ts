/** What users lose who do without a licence, and whether it is enough of them. */
import type { Mover } from '../../../commerce/model/move/movePart.ts';
import type { Localiser } from '../../../locales/localiser.ts';
import { type Element, paragraph, warning } from '../../kit/elements.ts';
import { counted, names } from '../../kit/wording.ts';

export interface LostView {
  /** Ids of services with data, and of other features that are missed most. */
  services: readonly string[];
  features: readonly string[];
  /** So many had to do without one; 0 where nobody had to. */
  toFree: number;
}

/** @param free how many would do without */
export function lostLines(
  { services, features, toFree }: LostView,
  free: number,
  l: Localiser,
): Element[] {
  if (free === 0) return [];
  const lost = [names('services', services, l), names('features', features, l)].filter(Boolean);
  return [
    ...(lost.length > 0 ? [paragraph(l.t('cards.freePlan.lost', { names: lost.join('; ') }))] : []),
    paragraph(l.t('cards.freePlan.kept')),
    ...(free < toFree
      ? [warning(paragraph(counted(l, 'cards.freePlan.tooFew', toFree - free)))]
      : []),
    ...(toFree > 0 && free > toFree
      ? [paragraph(counted(l, 'cards.freePlan.moreThan', free - toFree))]
      : []),
  ];
}

/** Whose licence comes from a group can't be taken from the user (R88): what to do instead. */
export function groupLines(rows: readonly Mover[], count: number, l: Localiser): Element[] {
  if (count === 0) return [];
  const groups = [...new Set(rows.flatMap(({ group }) => group ?? []))];
  const key = groups.length > 0 ? 'groupsNamed' : 'groups';
  return [
    warning(paragraph(counted(l, `cards.freePlan.${key}`, count, { groups: groups.join(', ') }))),
  ];
}
