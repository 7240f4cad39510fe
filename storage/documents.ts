/** What the repositories have in common: reading with a schema, and writing with a version. */
import type { ZodType } from 'zod';
import { UpgraderaError } from '../commerce/errors.ts';
import type { Stored } from '../commerce/repositories.ts';
import type { Collection, StorageEngine, StoredDocument } from './engine.ts';

/** @throws storage.damaged when the document is not of this shape */
export function parseStored<T>(
  schema: ZodType<T>,
  collection: Collection,
  id: string,
  { document, version }: StoredDocument,
): Stored<T> {
  const parsed = schema.safeParse(document);
  if (parsed.success) return { value: parsed.data, version };
  throw new UpgraderaError('storage.damaged', `${collection} ${id}`, parsed.error);
}

/**
 * For documents without which life goes on: one that can't be understood is set aside, and the
 * answer is as if there had never been one.
 */
export async function readOrSetAside<T>(
  engine: StorageEngine,
  collection: Collection,
  id: string,
  schema: ZodType<T>,
): Promise<Stored<T> | undefined> {
  try {
    const stored = await engine.read(collection, id);
    return stored && parseStored(schema, collection, id, stored);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    await engine.setAside(collection, id, (document) => schema.safeParse(document).error?.message);
    return undefined;
  }
}

export function isDamaged(error: unknown): error is UpgraderaError {
  return error instanceof UpgraderaError && error.code === 'storage.damaged';
}

/** `version` 0 creates. @returns the new version. @throws storage.conflict */
export async function saveDocument(
  engine: StorageEngine,
  collection: Collection,
  id: string,
  document: unknown,
  version: number,
): Promise<number> {
  if (version > 0) return engine.replace(collection, id, document, version);
  if (await engine.create(collection, id, document)) return 1;
  throw new UpgraderaError('storage.conflict', `${collection} ${id} exists`);
}
