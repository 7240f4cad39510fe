/** The message that a watch is over: the way is free, the day has come, or the time has run out. */
import type { Watch } from '../../commerce/model/watch.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { paragraph, small } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { told } from '../kit/told.ts';
import { noticeCardKind } from './noticeCard.ts';

/** Something that is waited for, with the names of what it is about. */
export interface WatchView {
  watch: Watch;
  sourceName: string;
  /** With a reminder: the plan that the subscription is to become. */
  targetName?: string;
}

export function watchNoticeCard(view: WatchView, context: CardContext): Card {
  const { l } = context;
  const { watch, sourceName: source, targetName: target = '' } = view;
  const button = buttonsOf(noticeCardKind, context);
  const key = `cards.watchNotice.${watch.kind}.${watch.state}`;
  const happened = l.t(`${key}.happened`, { source, target });
  return frame(noticeCardKind, context, {
    title: l.t(`${key}.title`),
    summary: happened,
    body: [
      ...told({ happened, toDo: [paragraph(l.t(`${key}.next`))] }, l),
      ...(watch.codes.length > 0 ? [small(watch.codes.join(', '))] : []),
    ],
    actions: [button({ verb: 'upgrade.start', title: l.t('cards.home.upgrade'), primary: true })],
  });
}
