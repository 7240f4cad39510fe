/** Users on their way to another plan, or to none: how many have moved, who was left and why, and what can be done. */
import { aimOf, type Move, type MoveAim, type MoveState } from '../../commerce/model/move/move.ts';
import type { Mover } from '../../commerce/model/move/movePart.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import {
  badge,
  type Element,
  facts,
  heading,
  paragraph,
  progressBar,
  small,
  type Tone,
  verbatim,
} from '../kit/elements.ts';
import { type AsOf, asOfLine, frame } from '../kit/frame.ts';
import { moverReason } from '../orders/moveWords.ts';

export const moveCardKind = defineCard('move', {
  verbs: [
    'move.refresh',
    'move.pause',
    'move.resume',
    'move.stop',
    'move.retry',
    'move.undo',
    'move.report',
    'move.left',
    'manual.next',
    'diagnosis.recheck',
  ],
});

export interface MoveView extends AsOf {
  move: Pick<
    Move,
    'state' | 'tally' | 'planned' | 'pausedFor' | 'by' | 'undoneBy' | 'selection' | 'targetSkuId'
  >;
  sourceName: string;
  targetName: string;
  /** Some of those who were refused. */
  refused: readonly Mover[];
  /** Where the next of them begin. */
  next?: number;
}

type Verb = (typeof moveCardKind.verbs)[number];

/** What can be done in each state; the first leads on. */
const ways: Record<MoveState, readonly Verb[]> = {
  planning: ['move.refresh', 'move.stop'],
  awaiting: ['move.refresh'],
  planned: ['move.refresh', 'move.stop'],
  running: ['move.refresh', 'move.pause', 'move.stop'],
  paused: ['move.resume', 'move.stop', 'move.refresh'],
  verifying: ['move.refresh'],
  done: ['manual.next', 'move.report', 'move.undo'],
  doneWithUsersLeft: ['move.retry', 'move.report', 'manual.next', 'move.undo'],
  stopped: ['manual.next', 'move.report', 'move.undo'],
};

/** The same of services that an upgrade has turned on, and that are to be off again. */
const waysOfKeeping: Record<MoveState, readonly Verb[]> = {
  planning: ['move.refresh'],
  awaiting: ['move.refresh'],
  planned: ['move.refresh'],
  running: ['move.refresh'],
  paused: ['move.resume', 'move.refresh'],
  verifying: ['move.refresh'],
  done: ['move.report'],
  doneWithUsersLeft: ['move.retry', 'move.report'],
  stopped: ['move.report'],
};

/** Where the sentences stand that differ by what is done. */
const sections: Record<MoveAim, string> = {
  swap: 'cards.move',
  free: 'cards.freeing',
  giveBack: 'cards.givingBack',
};

const tones: Partial<Record<MoveState, Tone>> = {
  done: 'Good',
  doneWithUsersLeft: 'Warning',
  paused: 'Warning',
  stopped: 'Warning',
};

export function moveCard(view: MoveView, context: CardContext): Card {
  const { l } = context;
  const { move, sourceName: source, targetName: target, refused } = view;
  const button = buttonsOf(moveCardKind, context);
  const { waiting = 0, moved = 0, confirmed = 0, refused: left = 0 } = move.tally.states;
  const total = waiting + moved + confirmed + left;
  const done = moved + confirmed;
  const aim = aimOf(move);
  const isKeeping = move.selection.kind === 'order';
  const section = isKeeping ? 'cards.keeping' : sections[aim];
  const state = l.t(`${section}.state.${move.state}`);
  const counts = l.t(`${section}.counts`, { done: l.number(done), total: l.number(total) });
  const isBack = move.selection.kind === 'undo';
  const possible = (isKeeping ? waysOfKeeping : ways)[move.state].filter(
    (verb) => verb !== 'move.undo' || (!isBack && !move.undoneBy && done > 0),
  );
  return frame(moveCardKind, context, {
    title: l.t(`${section}.${isBack && aim === 'swap' ? 'titleBack' : 'title'}`, {
      source,
      target,
    }),
    summary: `${state}. ${counts}`,
    body: [
      badge(state, tones[move.state] ?? 'Accent'),
      ...progress(done, total, counts, l),
      paragraph(l.t(`${section}.next.${move.state}`)),
      ...(move.pausedFor ? [small(l.t('cards.common.code', { code: move.pausedFor }))] : []),
      facts([
        [l.t(`${section}.moved`), l.number(done)],
        [l.t('cards.move.confirmed'), l.number(confirmed)],
        [l.t('cards.move.left'), l.number(left)],
        [l.t('cards.move.waiting'), l.number(waiting)],
      ]),
      ...refusals(refused, aim, l),
      verbatim(l.t('cards.moveNotice.by', { name: move.by })),
      asOfLine(view, l),
    ],
    actions: [
      ...possible.map((verb, index) =>
        button({
          verb: verb === 'manual.next' && aim !== 'swap' ? 'diagnosis.recheck' : verb,
          title: l.t(titleOf(verb, aim)),
          ...(index === 0 ? { primary: true as const } : {}),
        }),
      ),
      ...moreLeft(view.next, context),
    ],
  });
}

function titleOf(verb: Verb, aim: MoveAim): string {
  if (verb !== 'manual.next') return `cards.move.act.${verb.slice('move.'.length)}`;
  return aim === 'swap' ? 'cards.backup.next' : 'cards.freeing.goOn';
}

function moreLeft(next: number | undefined, context: CardContext): Element[] {
  if (next === undefined) return [];
  const title = context.l.t('cards.move.act.left');
  return [buttonsOf(moveCardKind, context)({ verb: 'move.left', title, choice: String(next) })];
}

function progress(done: number, total: number, counts: string, l: Localiser): Element[] {
  if (total === 0) return [];
  const percent = Math.floor((done * 100) / total);
  return [progressBar(percent, l.t('cards.order.percent', { percent })), paragraph(counts)];
}

function refusals(rows: readonly Mover[], aim: MoveAim, l: Localiser): Element[] {
  if (rows.length === 0) return [];
  const lines = rows.map((row) =>
    verbatim(
      l.t('cards.move.refused', {
        name: row.name,
        userName: row.userName,
        why: moverReason(row, aim, l),
      }),
    ),
  );
  return [heading(l.t('cards.move.refusedTitle')), ...lines];
}
