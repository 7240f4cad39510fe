/** What a turn will ask for is read as it begins, in the same trip. */
import type { Collection } from '../../contract/collection.ts';
import type { TurnName } from '../../contract/turns.ts';
import type { SeenDocuments } from '../seenDocuments.ts';
import { fromText, keyOf, toText } from '../text.ts';
import type { Beforehand, TenantRow } from './turnScope.ts';

/** Of a tenant; where there are more, each is read when it is asked for. */
const mostRows = 200;

/** A row of `take_turn_1`. */
export interface FoundDocument {
  collection: Collection;
  id: string;
  version: number;
  /** Null where the version is known. */
  document: string | null;
  row_id: string | null;
  since: Date;
}

export interface Question {
  /** Of `take_turn_1`, after those that tell whose turn it is. */
  values: unknown[];
  /** @param found without the first row */
  understand(found: readonly FoundDocument[]): Beforehand;
}

export function questionOf({ key, tenantId }: TurnName, seen: SeenDocuments): Question {
  const places = [
    { collection: 'conversations', id: key },
    { collection: 'contacts', id: tenantId },
    { collection: 'connections', id: tenantId },
    { collection: 'tenantStates', id: tenantId },
  ] as const;
  const known = seen.among(places, tenantId);
  const marks = [...known.values()].map(({ mark }) => mark);

  const understand = (found: readonly FoundDocument[]): Beforehand => {
    const documents: Beforehand['documents'] = [];
    const rows: TenantRow[] = [];
    for (const { collection, id: text, version, document, row_id: rowId, since } of found) {
      const id = fromText(text);
      const place = { collection, id };
      const stored =
        document === null
          ? known.get(`${collection} ${id}`)?.stored
          : seen.keep(place, { document: JSON.parse(document), version }, document.length);
      if (!stored) continue;
      documents.push({ ...place, stored });
      if (rowId !== null) rows.push({ ...place, rowId: fromText(rowId), since: since.getTime() });
    }
    const absent = places.filter(
      ({ collection, id }) =>
        !documents.some((one) => one.collection === collection && one.id === id),
    );
    documents.push(...absent.map((place) => ({ ...place, stored: null })));
    seen.keepOfTenant(tenantId, rows);
    return { tenantId, documents, rows: rows.length < mostRows ? rows : undefined };
  };
  const values = [[keyOf(key), keyOf(tenantId)], toText(tenantId), mostRows, marks];
  return { values, understand };
}

/** For a turn that asks by itself. */
export const noQuestion: Question['values'] = [[], null, 0, []];

/** What the turn before left. */
export function notesIn(text: string | null): unknown[] {
  return text === null ? [] : JSON.parse(text);
}
