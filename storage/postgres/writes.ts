/** Documents as the statements that write them take them. */
import type { Row } from '../../commerce/ports/waitingKind.ts';
import type { Collection } from '../contract/collection.ts';
import { binaryTexts } from './binaryTexts.ts';
import { keyOf, toText } from './text.ts';

export interface Write {
  collection: Collection;
  id: string;
  document: unknown;
  row: Row | undefined;
  /** The version that it takes the place of; 0 for a new document. */
  base: number;
  version: number;
}

/** Of a document's row, in the order of the table. */
function columnsOf(row: Row | undefined): unknown[] {
  if (!row) return [null, null, null, null, false, null];
  const { id, tenantId, since, nextCheckAt, owes, exclusive } = row;
  const key = exclusive === undefined ? null : keyOf(exclusive);
  return [toText(id), toText(tenantId), since, nextCheckAt ?? null, owes, key];
}

/** A column each, in the order of `turns_trip_1`. @param texts of the documents */
export function arraysOf(writes: readonly Write[], texts: readonly string[]): unknown[] {
  const lines = writes.map(({ row }) => columnsOf(row));
  return [
    writes.map(({ collection }) => collection),
    writes.map(({ id }) => keyOf(id)),
    writes.map(({ id }) => toText(id)),
    writes.map(({ base }) => base),
    writes.map(({ version }) => version),
    binaryTexts(texts),
    ...Array.from({ length: 6 }, (_, column) => lines.map((line) => line[column])),
  ];
}
