import { orderRow } from './orders.ts';
import type { RowMakers } from './rows.ts';
import { watchRow } from './watches.ts';

/** The collections that have rows. */
export const rowMakers: RowMakers = {
  orders: orderRow,
  watches: watchRow,
};
