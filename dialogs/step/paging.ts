/** Lists on cards are cut into pages, so that a card stays small: Teams refuses large ones. */
import { itemsPerPage } from '../../cards/kit/pager.ts';
import { match } from '../../understanding/phrases.ts';

export interface Page<Item> {
  items: Item[];
  page: number;
  pages: number;
}

/** The page that a text asks for, seen from the one that is shown; undefined when it asks for none. */
export function pageAsked(text: string, shown: unknown): number | undefined {
  const from = Number(shown ?? 1);
  if (match(text, 'nextPage') !== undefined) return from + 1;
  return match(text, 'previousPage') === undefined ? undefined : from - 1;
}

/** @param wanted 1-based; anything that is no page of the list gives the nearest one. */
export function pageOf<Item>(all: readonly Item[], wanted: unknown): Page<Item> {
  const pages = Math.max(1, Math.ceil(all.length / itemsPerPage));
  const asked = Number(wanted);
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  return { items: all.slice((page - 1) * itemsPerPage, page * itemsPerPage), page, pages };
}
