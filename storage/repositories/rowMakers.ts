import type { WaitingKind } from '../../commerce/ports/waitingKind.ts';
import type { RowMakers } from '../contract/rows.ts';
import { waitingKinds } from '../contract/waitingKinds.ts';

/** The collections that have rows. */
export const rowMakers: RowMakers = Object.fromEntries(
  Object.entries<WaitingKind<unknown>>(waitingKinds).map(([name, kind]) => [
    name,
    (document: unknown) => kind.row(kind.schema.parse(document)),
  ]),
);
