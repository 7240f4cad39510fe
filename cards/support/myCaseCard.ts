/** A case as the customer sees it: how far it has come, by when somebody answers, what the desk has been given. */
import { isOver, type SupportCase } from '../../commerce/support/case.ts';
import type { DeskHours } from '../../commerce/support/supportTime.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { type Element, facts, heading, paragraph, small, verbatim } from '../kit/elements.ts';
import { type AsOf, asOfLine, frame } from '../kit/frame.ts';
import { caseBadge, hoursLine } from './caseParts.ts';

export const myCaseCardKind = defineCard('my-case', {
  verbs: ['case.show', 'case.withdraw', 'case.reopen'],
});

export interface MyCaseView extends AsOf {
  found: SupportCase;
  /** What it is about, as people call it; absent where nothing was being talked about. */
  topic?: string;
  hours: DeskHours;
  /** ISO instant until which it can be opened again; absent where it can't. */
  reopenUntil?: string;
}

export function myCaseCard(view: MyCaseView, context: CardContext): Card {
  const { l } = context;
  const { found, topic, timeZone } = view;
  const { id: reference, state, agent, question } = found;
  const next = l.t(`cases.next.${state}`);
  return frame(myCaseCardKind, context, {
    title: l.t('cards.myCase.title', { reference }),
    summary: `${l.t('cards.myCase.summary', { reference, state: l.t(`cases.state.${state}`) })} ${next}`,
    body: [
      caseBadge(found, l),
      paragraph(next),
      ...promise(view, l),
      facts([
        [l.t('cards.common.reference'), reference],
        ...(topic ? ([[l.t('cards.myCase.about'), topic]] as const) : []),
        [l.t('cards.myCase.since'), l.dateTime(found.startedAt, timeZone)],
      ]),
      ...(agent ? [verbatim(l.t('cards.myCase.agent', { name: agent.name }))] : []),
      ...(question === '' ? [] : [heading(l.t('cards.myCase.question')), verbatim(question)]),
      small(l.t('cards.myCase.given')),
      asOfLine(view, l),
    ],
    actions: actions(view, context),
  });
}

/** Only of a case that nobody has taken yet a first answer is promised. */
function promise({ found, hours, timeZone }: MyCaseView, l: Localiser): Element[] {
  if (isOver(found)) return [];
  const { state, answerBy } = found;
  const isPromised = state === 'new' && answerBy !== undefined;
  return [
    ...(isPromised
      ? [paragraph(l.t('cases.answerBy', { time: l.dateTime(answerBy, timeZone) }))]
      : []),
    paragraph(hoursLine(hours, timeZone, l)),
  ];
}

function actions({ found, reopenUntil, timeZone }: MyCaseView, context: CardContext): Element[] {
  const { l } = context;
  const button = buttonsOf(myCaseCardKind, context);
  const refresh = button({ verb: 'case.show', title: l.t('cards.order.refresh') });
  if (!isOver(found)) {
    return [refresh, button({ verb: 'case.withdraw', title: l.t('cards.myCase.withdraw') })];
  }
  if (reopenUntil === undefined) return [refresh];
  const tooltip = l.t('cards.myCase.reopenUntil', { time: l.dateTime(reopenUntil, timeZone) });
  return [button({ verb: 'case.reopen', title: l.t('cards.myCase.reopen'), tooltip })];
}
