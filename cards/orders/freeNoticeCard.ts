/** A message that comes by itself when licences have come free, with what stands in the way of the upgrade now. */
import type { ReasonCode } from '../../commerce/diagnosis/reason.ts';
import { aimOf, type Move, type MoveNoticeKind } from '../../commerce/model/move/move.ts';
import { isKnown, type OrUnknown } from '../../commerce/model/unknown.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { type Element, paragraph, small, verbatim } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { told } from '../kit/told.ts';
import { counted, reasonSentence } from '../kit/wording.ts';
import { noticeCardKind } from './noticeCard.ts';

export interface FreeNoticeView {
  kind: MoveNoticeKind;
  move: Pick<Move, 'by' | 'tally' | 'planned' | 'pausedFor' | 'targetSkuId' | 'selection'>;
  planName: string;
  /** Where it is over: what stands in the way of the upgrade now. */
  standing?: OrUnknown<readonly ReasonCode[]>;
}

export function freeNoticeCard(view: FreeNoticeView, context: CardContext): Card {
  const { l } = context;
  const { kind, move, planName: plan, standing } = view;
  const button = buttonsOf(noticeCardKind, context);
  const { waiting = 0, moved = 0, confirmed = 0, refused = 0 } = move.tally.states;
  const { free = 0, give = 0 } = move.planned;
  const key = `cards.${aimOf(move) === 'free' ? 'freeNotice' : 'giveBackNotice'}.${kind}`;
  const count = kind === 'planned' ? free + give : moved + confirmed;
  const left = kind === 'planned' ? 0 : waiting + refused;
  const happened = counted(l, `${key}.happened`, count, { plan });
  const isClear = standing !== undefined && isKnown(standing) && standing.length === 0;
  const next = l.t(`${key}.next`);
  // All that is said of the next step then is that the directory was read again.
  const isOver = kind === 'done';
  const more = [
    ...(left > 0 ? [counted(l, 'cards.moveNotice.left', left)] : []),
    ...(isOver ? [next] : []),
  ];
  return frame(noticeCardKind, context, {
    title: l.t(`${key}.title`),
    summary: happened,
    body: [
      ...told(
        {
          happened: [happened, ...more].join(' '),
          by: l.t('cards.moveNotice.by', { name: move.by }),
          toDo: [
            ...(standing === undefined ? [] : standingLines(standing, plan, context)),
            ...(isClear || isOver ? [] : [paragraph(next)]),
          ],
        },
        l,
      ),
      ...(kind !== 'noLicences' && move.pausedFor ? [small(move.pausedFor)] : []),
    ],
    actions: [
      ...(standing === undefined
        ? []
        : [
            button({
              verb: 'upgrade.start',
              title: l.t(`cards.freeNotice.${isClear ? 'goOn' : 'look'}`),
              primary: true,
            }),
          ]),
      button({
        verb: 'manual.start',
        title: l.t('cards.moveNotice.show'),
        ...(standing === undefined ? { primary: true as const } : {}),
      }),
    ],
  });
}

/** These count licences, which the directory may do some minutes late. */
const counting: readonly ReasonCode[] = ['LICENSE_CONFLICT', 'TOO_MANY_ASSIGNED'];

function standingLines(
  standing: OrUnknown<readonly ReasonCode[]>,
  plan: string,
  { l }: CardContext,
): Element[] {
  if (!isKnown(standing)) return [paragraph(l.t('cards.freeNotice.notLooked'))];
  if (standing.length === 0) return [verbatim(l.t('cards.freeNotice.clear', { plan }))];
  const reasons = standing.map((code) => reasonSentence({ code, values: {} }, 'title', l));
  const isCounted = standing.some((code) => counting.includes(code));
  return [
    paragraph(l.t('cards.freeNotice.still', { reasons: reasons.join('; ') })),
    ...(isCounted ? [small(l.t('cards.freeNotice.late'))] : []),
  ];
}
