/** Moves all documents to another deployment, through a file of JSON lines. */
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { isConflict, UpgraderaError } from '../../commerce/base/errors.ts';
import type { Row } from '../../commerce/ports/waitingKind.ts';
import type { StorageEngine } from '../contract/engine.ts';
import { asStorageError, withStorageErrors } from '../files/fileErrors.ts';
import { rowMakers } from '../repositories/rowMakers.ts';
import { collections } from '../repositories/schemas.ts';

const documentSchema = z.object({
  collection: z.enum(collections),
  id: z.string(),
  version: z.int().positive(),
  document: z.unknown(),
});
/** The last line of an export: a file without it was cut off. */
const endSchema = z.object({ documents: z.int().nonnegative() });
const lineSchema = z.union([documentSchema, endSchema]);
type DocumentLine = z.infer<typeof documentSchema>;

/**
 * Writes every document with its version; only its owner may read the file.
 * @returns how many. @throws storage.unavailable, also when there is such a file
 */
export async function exportDocuments(engine: StorageEngine, path: string): Promise<number> {
  let documents = 0;
  async function* lines(): AsyncIterable<string> {
    for (const collection of collections) {
      for await (const { id, version, document } of engine.scan(collection)) {
        documents += 1;
        yield `${JSON.stringify({ collection, id, version, document })}\n`;
      }
    }
    yield `${JSON.stringify({ documents })}\n`;
  }
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await withStorageErrors(() => pipeline(Readable.from(lines()), file));
  return documents;
}

/**
 * Writes every document of the file as it was, damaged ones too. Reads the file first to its end.
 * @returns how many
 * @throws storage.not-empty when something is remembered already, storage.cut-off when the file is
 * not a whole export; then nothing is written
 */
export async function importDocuments(engine: StorageEngine, path: string): Promise<number> {
  const documents = await countDocuments(path);
  for (const collection of collections) {
    for await (const { id } of engine.scan(collection)) {
      throw new UpgraderaError('storage.not-empty', `${collection} ${id}`);
    }
  }
  for await (const line of linesOf(path)) {
    if ('documents' in line) continue;
    const { collection, id } = line;
    if (!(await createIn(engine, line)))
      throw new UpgraderaError('storage.not-empty', `${collection} ${id}`);
  }
  return documents;
}

/** Documents that are older than the rule may share an exclusive key: all are taken over, without it. */
async function createIn(engine: StorageEngine, line: DocumentLine): Promise<boolean> {
  const { collection, id, version, document } = line;
  const row = rowOf(line);
  try {
    return await engine.create(collection, id, document, row, version);
  } catch (error) {
    if (!row || !isConflict(error)) throw error;
    const shared = { ...row, exclusive: undefined };
    return engine.create(collection, id, document, shared, version);
  }
}

async function countDocuments(path: string): Promise<number> {
  let found = 0;
  let told: number | undefined;
  for await (const line of linesOf(path)) {
    if ('documents' in line) told = line.documents;
    else found += 1;
  }
  if (told === found) return found;
  throw new UpgraderaError('storage.cut-off', `${path}: ${found} documents, ${told ?? 'no'} told`);
}

async function* linesOf(path: string): AsyncIterable<z.infer<typeof lineSchema>> {
  const file = createReadStream(path, 'utf8');
  let number = 0;
  try {
    for await (const text of createInterface({ input: file, crlfDelay: Infinity })) {
      number += 1;
      yield parseLine(text, `${path}, line ${number}`);
    }
  } catch (error) {
    throw asStorageError(error);
  }
}

function parseLine(text: string, place: string): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new UpgraderaError('storage.cut-off', place, error);
  }
}

/** A damaged document has no row, here as in the place that it came from. */
function rowOf({ collection, document }: DocumentLine): Row | undefined {
  try {
    return rowMakers[collection]?.(document);
  } catch {
    return undefined;
  }
}
