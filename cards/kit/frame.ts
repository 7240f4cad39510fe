/** What every card has around its body. */
import type { Localiser } from '../../locales/localiser.ts';
import type { Card, CardContext } from './card.ts';
import type { CardKind } from './cardKind.ts';
import { type Element, paragraph, small } from './elements.ts';

export interface Content {
  title: string;
  /** One plain sentence that stands for the card: spoken, in the toast, where cards can't be drawn. */
  summary: string;
  body: Element[];
  /** The buttons at the foot; at most five. */
  actions: Element[];
}

/** With a line about the simulation, or about list prices, on cards of which that has to be said. */
export function frame(
  kind: CardKind,
  { l, simulated, listPrices }: CardContext,
  content: Content,
): Card {
  const said = simulated ? 'simulated' : listPrices ? 'listPrices' : undefined;
  if (!said || !kind.showsPriceOrOrder) return plainFrame(kind, content);
  const line = l.t(`cards.common.${said}`);
  const summary = `${content.summary} ${line}`;
  return plainFrame(kind, { ...content, summary, body: [small(line), ...content.body] });
}

export function plainFrame(
  { id }: Pick<CardKind, 'id'>,
  { title, summary, body, actions }: Content,
): Card {
  const titleBlock = { ...paragraph(title), style: 'heading', size: 'Large', weight: 'Bolder' };
  return {
    id,
    summary,
    json: {
      type: 'AdaptiveCard',
      version: '1.5',
      speak: summary,
      fallbackText: `${title}\n\n${summary}`,
      msteams: { width: 'Full' },
      body: [titleBlock, ...body],
      actions,
    },
  };
}

/** The time for which a card that shows state is true. */
export interface AsOf {
  /** ISO instant. */
  asOf: string;
  /** IANA. */
  timeZone: string;
}

export function asOfLine({ asOf, timeZone }: AsOf, l: Localiser): Element {
  return small(l.t('cards.common.asOf', { time: l.dateTime(asOf, timeZone) }));
}
