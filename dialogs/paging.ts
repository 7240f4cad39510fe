/** Lists on cards are cut into pages, so that a card stays small: Teams refuses large ones. */
import { itemsPerPage } from '../cards/views.ts';

export interface Page<Item> {
  items: Item[];
  page: number;
  pages: number;
}

/** @param wanted 1-based; anything that is no page of the list gives the nearest one. */
export function pageOf<Item>(all: readonly Item[], wanted: unknown): Page<Item> {
  const pages = Math.max(1, Math.ceil(all.length / itemsPerPage));
  const asked = Number(wanted);
  const page = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  return { items: all.slice((page - 1) * itemsPerPage, page * itemsPerPage), page, pages };
}
