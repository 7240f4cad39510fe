/** Views of the notices of a move. */
import type { MoveNoticeView } from '../../../cards/orders/moveNoticeCard.ts';
import { moveNoticeKindSchema } from '../../../commerce/model/move/move.ts';

const plain: MoveNoticeView['move'] = {
  by: 'Åsa Öberg',
  planned: { swap: 1 },
  tally: { states: { confirmed: 1 }, reasons: {} },
};

const full: MoveNoticeView['move'] = {
  by: '**Åsa** [Öberg](https://example.com) von und zu Hohenstein-Lichtenberg',
  planned: { swap: 98_765, removeOld: 12, group: 1_234 },
  tally: {
    states: { confirmed: 98_700, moved: 12, waiting: 40, refused: 1_234 },
    reasons: { GroupAssigned: 1_234 },
  },
  pausedFor: 'connection.no-permission',
};

/** Each kind, plain and with all that it can say. */
export function moveNoticeViews(
  names: Pick<MoveNoticeView, 'sourceName' | 'targetName'>,
  longNames: Pick<MoveNoticeView, 'sourceName' | 'targetName'>,
): Record<string, MoveNoticeView> {
  const views = moveNoticeKindSchema.options.flatMap((kind): [string, MoveNoticeView][] => [
    [`users moved: ${kind}`, { kind, move: plain, ...names }],
    [`users moved: ${kind}, full`, { kind, move: full, ...longNames }],
  ]);
  return Object.fromEntries(views);
}
