/** A message that comes by itself when users were moved, or when that does not go on by itself. */
import type { Move, MoveNoticeKind } from '../../commerce/model/move/move.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { paragraph, small } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { told } from '../kit/told.ts';
import { counted } from '../kit/wording.ts';
import { noticeCardKind } from './noticeCard.ts';

export interface MoveNoticeView {
  kind: MoveNoticeKind;
  move: Pick<Move, 'by' | 'tally' | 'planned' | 'pausedFor'>;
  sourceName: string;
  targetName: string;
}

/** Of services that an upgrade has turned on, and that are to be off again. */
const keepingKinds: readonly MoveNoticeKind[] = ['kept', 'keptSome', 'notNoted', 'notKept'];

export function moveNoticeCard(view: MoveNoticeView, context: CardContext): Card {
  const { l } = context;
  const { kind, move, sourceName: source, targetName: target } = view;
  const button = buttonsOf(noticeCardKind, context);
  const { waiting = 0, moved = 0, confirmed = 0, refused = 0 } = move.tally.states;
  const { planned } = move;
  const { swap = 0, removeOld = 0 } = planned;
  const key = `cards.moveNotice.${kind}`;
  const done = moved + confirmed;
  const all = Object.values(planned).reduce((sum, users) => sum + users, 0);
  const isKeeping = keepingKinds.includes(kind);
  const count = isKeeping ? all : kind === 'planned' ? swap + removeOld : done;
  const names = { source, target, ...(isKeeping ? { kept: l.number(done) } : {}) };
  const happened = counted(l, `${key}.happened`, count, names);
  const left = kind === 'planned' || isKeeping ? 0 : waiting + refused;
  return frame(noticeCardKind, context, {
    title: l.t(`${key}.title`),
    summary: happened,
    body: [
      ...told(
        {
          happened:
            left > 0 ? `${happened} ${counted(l, 'cards.moveNotice.left', left)}` : happened,
          by: l.t('cards.moveNotice.by', { name: move.by }),
          toDo: [paragraph(l.t(`${key}.next`))],
        },
        l,
      ),
      ...(kind !== 'noLicences' && move.pausedFor ? [small(move.pausedFor)] : []),
    ],
    actions: [button({ verb: 'manual.start', title: l.t('cards.moveNotice.show'), primary: true })],
  });
}
