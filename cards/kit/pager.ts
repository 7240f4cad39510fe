/** Lists that are cut into pages, and the buttons that turn them. */
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, small } from './elements.ts';

/** So many fit on a card that stays under 20 KB with the longest names. */
export const itemsPerPage = 5;

interface Place {
  /** 1-based. */
  page: number;
  pages: number;
}

/** `choice` is what the button sends back; the server-side row says which choices are open. */
export interface Paged<Item> extends Place {
  /** At most `itemsPerPage`. */
  items: (Item & { choice: string })[];
}

/** @returns nothing when everything is on one page. */
export function pageLine({ page, pages }: Place, l: Localiser): Element[] {
  if (pages <= 1) return [];
  return [small(l.t('cards.common.page', { page: l.number(page), pages: l.number(pages) }))];
}

/** `button` makes the card's own `*.page` button; its choice is the page number as text. */
export function pageButtons(
  { page, pages }: Place,
  l: Localiser,
  button: (title: string, choice: string) => Element,
): Element[] {
  const previous = page > 1 ? [button(l.t('cards.common.previousPage'), String(page - 1))] : [];
  const next = page < pages ? [button(l.t('cards.common.nextPage'), String(page + 1))] : [];
  return [...previous, ...next];
}
