/** A dry run: who would be moved, and what is kept; nothing is changed yet. */
import { serviceName } from '../../commerce/licences/serviceName.ts';
import type { Move } from '../../commerce/model/move/move.ts';
import type { Mover } from '../../commerce/model/move/movePart.ts';
import type { MoveCapacity } from '../../commerce/move/moving.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { type Element, facts, heading, paragraph, verbatim, warning } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { counted } from '../kit/wording.ts';

export const movePlanCardKind = defineCard('move-plan', {
  verbs: ['move.start', 'move.page', 'move.back', 'manual.next'],
  asks: true,
  pageVerb: 'move.page',
});

export interface MovePlanView {
  move: Pick<Move, 'planned' | 'gathering' | 'selection'>;
  sourceName: string;
  targetName: string;
  /** Some of its users. */
  rows: readonly Mover[];
  /** Where the next ones begin. */
  next?: number;
  /** Licences of the new plan; undefined where nobody can tell. */
  capacity?: MoveCapacity;
}

/** How users stand, in the order in which it is told. */
const kinds = [
  'swap',
  'removeOld',
  'group',
  'noLocation',
  'alreadyMoved',
  'notOwned',
  'unknownUser',
];

export function movePlanCard(view: MovePlanView, context: CardContext): Card {
  const { l } = context;
  const { move, sourceName: source, targetName: target, rows, capacity, next } = view;
  const button = buttonsOf(movePlanCardKind, context);
  const isReady = move.gathering === undefined;
  const isShort = (capacity?.short ?? 0) > 0;
  const movable = movableIn(move);
  const names = { source, target };
  return frame(movePlanCardKind, context, {
    title: l.t('cards.movePlan.title'),
    summary: counted(l, 'cards.movePlan.summary', movable, names),
    body: [
      paragraph(
        isReady
          ? counted(l, 'cards.movePlan.summary', movable, names)
          : l.t('cards.movePlan.reading'),
      ),
      ...(isShort && capacity
        ? [
            warning(
              paragraph(
                counted(l, 'cards.movePlan.short', capacity.short, {
                  free: l.number(capacity.free),
                }),
              ),
            ),
          ]
        : []),
      ...counts(move, l),
      paragraph(l.t('cards.movePlan.only', names)),
      ...(rows.length > 0
        ? [heading(l.t('cards.movePlan.users')), ...rows.map((row) => line(row, l))]
        : []),
    ],
    actions: [
      ...(isReady && movable > 0
        ? [
            button({
              verb: 'move.start',
              title: counted(l, 'cards.movePlan.start', movable),
              primary: true,
            }),
          ]
        : []),
      ...(next === undefined
        ? []
        : [button({ verb: 'move.page', title: l.t('cards.movePlan.more'), choice: String(next) })]),
      button({ verb: 'move.back', title: l.t('cards.movePlan.back') }),
      button({ verb: 'manual.next', title: l.t('cards.backup.next') }),
    ],
  });
}

/** How many users of each kind; where all are simply moved, the sentence above has said so. */
function counts({ planned }: Pick<Move, 'planned'>, l: Localiser): Element[] {
  const present = kinds.filter((kind) => (planned[kind] ?? 0) > 0);
  if (present.every((kind) => kind === 'swap')) return [];
  return [
    facts(
      present.map((kind) => [l.t(`cards.movePlan.kind.${kind}`), l.number(planned[kind] ?? 0)]),
    ),
  ];
}

/** Users of whom something would be changed. */
export function movableIn({ planned }: Pick<Move, 'planned'>): number {
  const { swap = 0, removeOld = 0 } = planned;
  return swap + removeOld;
}

const named = (services: readonly string[]): string => services.map(serviceName).join(', ');

function line({ name, userName, kind, keptOff, unmapped }: Mover, l: Localiser): Element {
  const known = kinds.includes(kind) ? kind : 'notOwned';
  return verbatim(
    l.t('cards.movePlan.row', { name, userName, what: l.t(`cards.movePlan.what.${known}`) }),
    ...(keptOff.length > 0 ? [l.t('cards.movePlan.keptOff', { names: named(keptOff) })] : []),
    ...(unmapped.length > 0 ? [l.t('cards.movePlan.unmapped', { names: named(unmapped) })] : []),
  );
}
