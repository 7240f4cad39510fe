import type { RowMakers } from '../contract/rows.ts';
import { orderRow } from './orders.ts';
import { watchRow } from './watches.ts';

/** The collections that have rows. */
export const rowMakers: RowMakers = {
  orders: orderRow,
  watches: watchRow,
};
