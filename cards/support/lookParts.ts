/** What was looked at since a case was opened: by its agent, or shown by the customer. */
import { isKnown } from '../../commerce/model/unknown.ts';
import type { CaseLook, CaseSnapshot } from '../../commerce/support/parts/snapshot.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, facts, heading, small, verbatim } from '../kit/elements.ts';

type Names = Readonly<Record<string, string>>;

/** Lines of each look: the newest entries of a history, the first products. */
const shown = 5;

export function lookParts(
  looks: readonly CaseLook[],
  names: Names,
  timeZone: string,
  l: Localiser,
): Element[] {
  return looks.flatMap(({ what, by, at, snapshot }) => {
    const time = l.dateTime(at, timeZone);
    const found = {
      order: courseOf(snapshot, timeZone, l),
      licences: ownedIn(snapshot, names, l),
      diagnosis: reasonsIn(snapshot, names, l),
    }[what];
    return [
      heading(l.t(`cards.case.looks.${by}.${what}`, { time })),
      ...(found.length > 0 ? found : [small(l.t('cards.case.looks.none'))]),
    ];
  });
}

/** @returns the order's reference and the newest of its history; nothing where there is none */
function courseOf({ order }: CaseSnapshot, timeZone: string, l: Localiser): Element[] {
  if (!order) return [];
  return [
    small(l.t('cards.case.order', { reference: order.id })),
    ...timelineLines(order, shown, timeZone, l),
  ];
}

/** A line each. @param count of the newest */
export function timelineLines(
  { timeline }: NonNullable<CaseSnapshot['order']>,
  count: number,
  timeZone: string,
  l: Localiser,
): Element[] {
  return timeline
    .slice(-count)
    .map(({ at, event, to, code }) =>
      small(`${l.dateTime(at, timeZone)} · ${event} → ${to}${code ? ` (${code})` : ''}`),
    );
}

function ownedIn({ owned = [] }: CaseSnapshot, names: Names, l: Localiser): Element[] {
  if (owned.length === 0) return [];
  const lines = owned.slice(0, shown).map(({ skuId, status, quantity, assigned }) => {
    const used = isKnown(assigned) ? l.number(assigned) : '?';
    return `${names[skuId] ?? skuId}: ${l.number(quantity)} / ${used} · ${status}`;
  });
  const more = owned.length - lines.length;
  return [
    small(l.t('cards.case.licenses')),
    verbatim(...lines, ...(more > 0 ? [l.t('cards.case.looks.more', { n: more })] : [])),
  ];
}

function reasonsIn({ reasons, subscription }: CaseSnapshot, names: Names, l: Localiser): Element[] {
  if (!subscription) return [];
  const { skuId, quantity, assigned } = subscription;
  return [
    facts([
      [l.t('cards.common.from'), names[skuId] ?? skuId],
      [l.t('cards.case.licenses'), `${quantity} / ${isKnown(assigned) ? assigned : '?'}`],
      [
        l.t('cards.case.reasons'),
        reasons.length > 0 ? reasons.join(', ') : l.t('cards.case.looks.clear'),
      ],
    ]),
  ];
}
