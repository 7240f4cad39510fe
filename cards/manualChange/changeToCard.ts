/** To which plan: any that is sold, with what users would lose; those that are owned come first. */
import type { DataService } from '../../commerce/model/plan.ts';
import type { Localiser } from '../../locales/localiser.ts';
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { block, heading, paragraph, small, withButton } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { lossesTold } from '../kit/losses.ts';
import { type Paged, pageButtons, pageLine } from '../kit/pager.ts';
import { counted } from '../kit/wording.ts';

export const changeToCardKind = defineCard('change-to', {
  verbs: ['manual.choose', 'manual.page', 'manual.other'],
  asks: true,
  pageVerb: 'manual.page',
});

export interface ChangeToItem {
  name: string;
  /** Two subscriptions of this product are brought together. */
  merges: boolean;
  /** Licences of it that the organization has; 0 for none. */
  owned: number;
  gone: readonly DataService[];
  lower: readonly DataService[];
}

export interface ChangeToView extends Paged<ChangeToItem> {
  /** There is no other subscription to choose. */
  alone?: true;
  sourceName: string;
}

export function changeToCard(view: ChangeToView, context: CardContext): Card {
  const { l } = context;
  const { sourceName: source } = view;
  const button = buttonsOf(changeToCardKind, context);
  return frame(changeToCardKind, context, {
    title: l.t('cards.changeTo.title', { source }),
    summary: l.t('cards.changeTo.summary', { source }),
    body: [
      paragraph(l.t('cards.changeTo.intro')),
      ...view.items.map((item) => {
        const name = item.merges ? l.t('cards.changeTo.merge', { name: item.name }) : item.name;
        const choose = button({
          verb: 'manual.choose',
          title: l.t('cards.common.choose'),
          tooltip: l.t('cards.common.chooseNamed', { name }),
          choice: item.choice,
        });
        return block(withButton([heading(name), ...linesOf(item, l)], choose));
      }),
      ...pageLine(view, l),
    ],
    actions: [
      ...pageButtons(view, l, (title, choice) => button({ verb: 'manual.page', title, choice })),
      ...(view.alone
        ? []
        : [button({ verb: 'manual.other', title: l.t('cards.common.otherProduct') })]),
    ],
  });
}

function linesOf({ merges, owned, gone, lower }: ChangeToItem, l: Localiser) {
  if (merges) return [small(l.t('cards.changeTo.merges'))];
  const losses = lossesTold({ gone, lower }, l);
  return [
    ...(owned > 0 ? [small(counted(l, 'cards.changeTo.owned', owned))] : []),
    ...(losses.length > 0 ? losses : [l.t('cards.changeTo.keeps')]).map((line) => small(line)),
  ];
}
