/** Buttons that turn the pages of a list. */
import type { Localiser } from '../../locales/localiser.ts';
import { type Element, small } from './elements.ts';

interface Place {
  page: number;
  pages: number;
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
