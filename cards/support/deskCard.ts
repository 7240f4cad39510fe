/** The open cases of the desk, the most urgent first. */
import type { BoardEntry } from '../../commerce/support/board.ts';
import { type BoardFilter, boardFilters } from '../../commerce/support/desk.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import {
  actionSet,
  block,
  type Element,
  heading,
  paragraph,
  small,
  verbatim,
  withButton,
} from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { type Paged, pageButtons, pageLine } from '../kit/pager.ts';
import { counted } from '../kit/wording.ts';

export const deskCardKind = defineCard('desk', {
  verbs: ['case.look', 'desk.filter', 'desk.page'],
  pageVerb: 'desk.page',
});

export interface DeskView extends Paged<{ entry: BoardEntry }> {
  filter: BoardFilter;
  /** Of all pages. */
  total: number;
  timeZone: string;
}

export function deskCard(view: DeskView, context: CardContext): Card {
  const { l } = context;
  const { filter, total, items, timeZone } = view;
  const button = buttonsOf(deskCardKind, context);
  const count = counted(l, `cards.desk.count.${filter}`, total);
  const others = boardFilters.filter((one) => one !== filter);
  return frame(deskCardKind, context, {
    title: l.t('cards.desk.title'),
    summary: count,
    body: [
      paragraph(count),
      actionSet(
        others.map((choice) =>
          button({ verb: 'desk.filter', title: l.t(`cards.desk.filter.${choice}`), choice }),
        ),
      ),
      ...items.map(({ entry, choice }) => {
        const tooltip = l.t('cards.desk.openNamed', { reference: entry.id });
        const title = l.t('cards.case.do.look');
        const look = button({ verb: 'case.look', title, tooltip, choice });
        return block(withButton(entryLines(entry, timeZone, l), look));
      }),
      ...pageLine(view, l),
    ],
    actions: pageButtons(view, l, (title, choice) =>
      button({ verb: 'desk.page', title, choice: `${filter} ${choice}` }),
    ),
  });
}

function entryLines(entry: BoardEntry, timeZone: string, l: Localiser): Element[] {
  const { id, state, name, agent, answerBy } = entry;
  return [
    heading(id),
    verbatim(name),
    small(l.t(`cases.deskState.${state}`)),
    ...(agent ? [verbatim(l.t('cards.myCase.agent', { name: agent.name }))] : []),
    ...(answerBy ? [small(l.t('cards.desk.due', { time: l.dateTime(answerBy, timeZone) }))] : []),
  ];
}
