/** Where a document lies: `<folder>/<collection>/<1 hex digit>/<64 hex digits>.json`. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { Collection } from '../../contract/collection.ts';

/**
 * An id becomes a hash: it may hold slashes and dots, be longer than a file name, and differ from
 * another only in case. UTF-16, because UTF-8 would make all lone surrogates the same id.
 */
export function documentName(id: string): string {
  return `${hash('sha256', Buffer.from(id, 'utf16le'))}.json`;
}

export function documentPath(folder: string, collection: Collection, id: string): string {
  const name = documentName(id);
  return join(folder, collection, name.slice(0, 1), name);
}

/** False for a document that was set aside. */
export function isDocumentName(name: string): boolean {
  return /^[0-9a-f]{64}\.json$/.test(name);
}

export function asidePath(path: string, at: Date): string {
  return `${path}.damaged-${at.toISOString().replaceAll(':', '')}`;
}
