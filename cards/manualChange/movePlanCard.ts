/** A dry run: who would be moved, or do without a licence, and what is kept; nothing is changed yet. */
import { serviceName } from '../../commerce/licences/serviceName.ts';
import { aimOf, type Move, type MoveAim } from '../../commerce/model/move/move.ts';
import type { Mover } from '../../commerce/model/move/movePart.ts';
import type { MoveCapacity } from '../../commerce/move/moving.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { type Element, facts, heading, paragraph, verbatim, warning } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { counted } from '../kit/wording.ts';
import { groupLines, type LostView, lostLines } from './freeUp/lostLines.ts';

export const movePlanCardKind = defineCard('move-plan', {
  verbs: ['move.start', 'move.page', 'move.back', 'manual.next'],
  asks: true,
  private: 'users',
  pageVerb: 'move.page',
});

export interface MovePlanView {
  move: Pick<Move, 'planned' | 'gathering' | 'selection' | 'targetSkuId'>;
  sourceName: string;
  targetName: string;
  /** Some of its users. */
  rows: readonly Mover[];
  /** Where the next ones begin. */
  next?: number;
  /** Licences of the new plan; undefined where nobody can tell. */
  capacity?: MoveCapacity;
  /** Where a licence is taken. */
  lost?: LostView;
}

/** Where the sentences stand that differ by what is done. */
const sections: Record<MoveAim, string> = {
  swap: 'cards.movePlan',
  free: 'cards.freePlan',
  giveBack: 'cards.giveBackPlan',
};

/** How users stand, in the order in which it is told. */
const kinds: Record<MoveAim, readonly string[]> = {
  swap: ['swap', 'removeOld', 'group', 'noLocation', 'alreadyMoved', 'notOwned', 'unknownUser'],
  free: ['free', 'group', 'notOwned', 'unknownUser'],
  giveBack: ['give', 'has', 'noLocation', 'unknownUser'],
};

export function movePlanCard(view: MovePlanView, context: CardContext): Card {
  const { l } = context;
  const { move, sourceName: source, targetName: target, rows, capacity, next, lost } = view;
  const aim = aimOf(move);
  const section = sections[aim];
  const button = buttonsOf(movePlanCardKind, context);
  const isReady = move.gathering === undefined;
  const isShort = (capacity?.short ?? 0) > 0;
  const movable = movableIn(move);
  const names = { source, target };
  return frame(movePlanCardKind, context, {
    title: l.t('cards.movePlan.title'),
    summary: counted(l, `${section}.summary`, movable, names),
    body: [
      paragraph(
        isReady ? counted(l, `${section}.summary`, movable, names) : l.t('cards.movePlan.reading'),
      ),
      ...(isShort && capacity
        ? [
            warning(
              paragraph(
                counted(l, `${section}.short`, capacity.short, {
                  free: l.number(capacity.free),
                }),
              ),
            ),
          ]
        : []),
      ...counts(move, aim, l),
      paragraph(l.t(`${section}.only`, names)),
      ...(lost && isReady ? lostLines(lost, movable, l) : []),
      ...(aim === 'free' ? groupLines(rows, move.planned.group ?? 0, l) : []),
      ...(rows.length > 0
        ? [heading(l.t('cards.movePlan.users')), ...rows.map((row) => line(row, aim, l))]
        : []),
    ],
    actions: [
      ...(isReady && movable > 0
        ? [
            button({
              verb: 'move.start',
              title: counted(l, `${section}.start`, movable),
              primary: true,
            }),
          ]
        : []),
      ...(next === undefined
        ? []
        : [button({ verb: 'move.page', title: l.t('cards.movePlan.more'), choice: String(next) })]),
      button({ verb: 'move.back', title: l.t('cards.movePlan.back') }),
      ...(aim === 'swap' ? [button({ verb: 'manual.next', title: l.t('cards.backup.next') })] : []),
    ],
  });
}

/** How many users of each kind; where all fare as was meant, the sentence above has said so. */
function counts({ planned }: Pick<Move, 'planned'>, aim: MoveAim, l: Localiser): Element[] {
  const present = kinds[aim].filter((kind) => (planned[kind] ?? 0) > 0);
  if (present.every((kind) => kind === kinds[aim][0])) return [];
  return [
    facts(
      present.map((kind) => [l.t(`${sections[aim]}.kind.${kind}`), l.number(planned[kind] ?? 0)]),
    ),
  ];
}

/** Users of whom something would be changed. */
export function movableIn({ planned }: Pick<Move, 'planned'>): number {
  const { swap = 0, removeOld = 0, free = 0, give = 0 } = planned;
  return swap + removeOld + free + give;
}

const named = (services: readonly string[]): string => services.map(serviceName).join(', ');

function line(row: Mover, aim: MoveAim, l: Localiser): Element {
  const { name, userName, kind, group, keptOff, unmapped } = row;
  const known = kinds[aim].includes(kind) ? kind : 'unknownUser';
  const what =
    group !== undefined && aim === 'swap'
      ? l.t('cards.movePlan.what.groupNamed', { group })
      : l.t(`${sections[aim]}.what.${known}`);
  return verbatim(
    l.t('cards.movePlan.row', { name, userName, what }),
    ...(keptOff.length > 0 ? [l.t('cards.movePlan.keptOff', { names: named(keptOff) })] : []),
    ...(unmapped.length > 0 ? [l.t('cards.movePlan.unmapped', { names: named(unmapped) })] : []),
  );
}
