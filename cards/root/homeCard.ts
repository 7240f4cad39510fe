/** Where every conversation begins: what the bot can do. */
import { buttonsOf } from '../kit/buttons.ts';
import type { Card, CardContext } from '../kit/card.ts';
import { defineCard } from '../kit/cardKind.ts';
import { paragraph, verbatim } from '../kit/elements.ts';
import { frame } from '../kit/frame.ts';
import { counted } from '../kit/wording.ts';

export const homeCardKind = defineCard('home', {
  verbs: ['upgrade.start', 'status.show', 'manual.start', 'support.request', 'help.show'],
});

export interface HomeView {
  organisation: string;
  /** Upgrades that are under way. */
  openOrders: number;
}

export function homeCard(view: HomeView, context: CardContext): Card {
  const { l } = context;
  const button = buttonsOf(homeCardKind, context);
  const open = view.openOrders > 0 ? [counted(l, 'cards.home.open', view.openOrders)] : [];
  return frame(homeCardKind, context, {
    title: l.t('cards.home.title'),
    summary: [l.t('cards.home.summary'), ...open].join(' '),
    body: [
      verbatim(l.t('cards.home.organisation', { organisation: view.organisation })),
      paragraph(l.t('cards.home.intro')),
      ...open.map(paragraph),
    ],
    actions: [
      button({ verb: 'upgrade.start', title: l.t('cards.home.upgrade'), primary: true }),
      button({ verb: 'status.show', title: l.t('cards.home.status') }),
      button({ verb: 'help.show', title: l.t('cards.home.help') }),
      button({ verb: 'manual.start', title: l.t('cards.common.manual') }),
      button({ verb: 'support.request', title: l.t('cards.common.support') }),
    ],
  });
}
