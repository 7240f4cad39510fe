/** Which plan is to be changed by hand: changes that are under way come first. */
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { block, heading, paragraph, small, withButton } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { type Paged, pageButtons, pageLine } from '../kit/pager.ts';
import { counted } from '../kit/wording.ts';

export const changeFromCardKind = defineCard('change-from', {
  verbs: ['manual.choose', 'manual.page'],
  asks: true,
  pageVerb: 'manual.page',
});

/** A change that is under way, or a subscription that none is about. */
export type ChangeFromItem =
  | { is: 'change'; sourceName: string; targetName: string; reference: string }
  | { is: 'subscription'; sourceName: string; quantity: number };

export type ChangeFromView = Paged<ChangeFromItem>;

export function changeFromCard(view: ChangeFromView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(changeFromCardKind, context);
  const titleOf = (item: ChangeFromItem): string =>
    item.is === 'subscription'
      ? item.sourceName
      : l.t('cards.changeFrom.change', { source: item.sourceName, target: item.targetName });
  return frame(changeFromCardKind, context, {
    title: l.t('cards.changeFrom.title'),
    summary: l.t('cards.changeFrom.summary', { names: view.items.map(titleOf).join(', ') }),
    body: [
      paragraph(l.t('cards.changeFrom.intro')),
      ...view.items.map((item) => {
        const name = titleOf(item);
        const line =
          item.is === 'subscription'
            ? counted(l, 'cards.changeFrom.licenses', item.quantity)
            : l.t('cards.changeFrom.underWay', { reference: item.reference });
        const choose = button({
          verb: 'manual.choose',
          title: l.t(`cards.changeFrom.${item.is === 'change' ? 'goOn' : 'choose'}`),
          tooltip: l.t('cards.common.chooseNamed', { name }),
          choice: item.choice,
        });
        return block(withButton([heading(name), small(line)], choose));
      }),
      ...pageLine(view, l),
    ],
    actions: pageButtons(view, l, (title, choice) =>
      button({ verb: 'manual.page', title, choice }),
    ),
  });
}
