/** What a turn will ask for is read as it begins, in the same trip. */
import type { TurnName } from '../../contract/turns.ts';
import type { SeenDocuments } from '../seenDocuments.ts';
import { fromText, keyOf, toText } from '../text.ts';
import { type Found, mostRows, type Wanted } from './ask.ts';
import type { Beforehand, TenantRow } from './turnScope.ts';

export interface Question {
  wanted: Wanted;
  understand(found: readonly Found[]): Beforehand;
}

export function questionOf({ key, tenantId }: TurnName, seen: SeenDocuments): Question {
  const tenantKey = keyOf(tenantId);
  const places = [
    { collection: 'conversations', id: key, key: keyOf(key) },
    { collection: 'contacts', id: tenantId, key: tenantKey },
    { collection: 'connections', id: tenantId, key: tenantKey },
    { collection: 'tenantStates', id: tenantId, key: tenantKey },
  ] as const;
  const asked = places.map((place) => ({ ...place, stored: seen.get(place) }));
  const ofTenant = seen.ofTenant(tenantId);

  const understand = (found: readonly Found[]): Beforehand => {
    const documents: Beforehand['documents'] = [];
    const rows: TenantRow[] = [];
    for (const { collection, id: text, version, document, row_id: rowId, since } of found) {
      const id = fromText(text);
      const place = { collection, id };
      const known =
        rowId === null
          ? asked.find((one) => one.collection === collection)
          : ofTenant.get(`${collection} ${id}`);
      const stored =
        document === null
          ? known?.stored
          : seen.keep(place, { document: JSON.parse(document), version }, document.length);
      if (!stored) continue;
      documents.push({ ...place, stored });
      if (rowId !== null) rows.push({ ...place, rowId: fromText(rowId), since: since.getTime() });
    }
    const absent = places.filter(
      ({ collection, id }) =>
        !documents.some((one) => one.collection === collection && one.id === id),
    );
    documents.push(...absent.map(({ collection, id }) => ({ collection, id, stored: null })));
    seen.keepOfTenant(tenantId, rows);
    return { tenantId, documents, rows: rows.length < mostRows ? rows : undefined };
  };
  const wanted = {
    tenant: toText(tenantId),
    documents: asked.map(({ stored, ...place }) => ({ ...place, known: stored?.version ?? 0 })),
    known: [...ofTenant.values()].map(({ mark }) => mark),
  };
  return { wanted, understand };
}

/** What the turn before left. */
export function notesIn(text: string | null): unknown[] {
  return text === null ? [] : JSON.parse(text);
}
