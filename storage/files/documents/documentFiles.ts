/** The documents of a data folder, one a file. Versions, rows and who comes first are the engine's. */
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Collection } from '../../contract/collection.ts';
import type { StorageLog } from '../../contract/engine.ts';
import { RecentDocuments } from '../../contract/recentDocuments.ts';
import { isDamaged } from '../../repositories/documents.ts';
import { hasCode } from '../fileErrors.ts';
import { Gate } from '../gate.ts';
import type { Journal } from '../journal/journal.ts';
import { DocumentFile, readFound, type SharedParts } from './documentFile.ts';
import { asidePath, documentPath, isDocumentName } from './documentPaths.ts';
import type { FileContent } from './fileContent.ts';

const openFiles = 64;
/** Characters of text, five times that in memory; room for 250 conversations going on. The folder is this process's alone. */
const recentLength = 1_000_000;

export class DocumentFiles {
  readonly #shared: SharedParts;
  readonly #log: StorageLog;

  constructor({ folder, journal, log }: { folder: string; journal: Journal; log: StorageLog }) {
    const recent = new RecentDocuments<FileContent>(recentLength);
    this.#shared = { folder, journal, recent, gate: new Gate(openFiles) };
    this.#log = log;
  }

  /** @returns null for a document that is known not to exist, undefined when it must be read. */
  recent(collection: Collection, id: string): FileContent | null | undefined {
    return this.#shared.recent.get(keyOf(collection, id));
  }

  /** The document, to be read, and to be written when something in it has changed. */
  document(collection: Collection, id: string): Low<FileContent | null> {
    const key = keyOf(collection, id);
    return new Low<FileContent | null>(
      new DocumentFile({ collection, id, key }, this.#shared),
      null,
    );
  }

  /** Keeps a document for people to look at, and frees its id. @returns the path that it has now */
  async setAside(collection: Collection, id: string): Promise<string> {
    const { folder, journal, recent } = this.#shared;
    // Afterwards no journal brings it back.
    await journal.checkpoint();
    const path = documentPath(folder, collection, id);
    const aside = asidePath(path, new Date());
    recent.delete(keyOf(collection, id));
    await rename(path, aside);
    return aside;
  }

  /** All documents of a collection, in no order; damaged ones are logged and left out. */
  async *all(collection: Collection): AsyncIterable<FileContent> {
    const { folder, journal } = this.#shared;
    await journal.checkpoint();
    for (const part of await namesIn(join(folder, collection))) {
      const names = (await namesIn(join(folder, collection, part))).filter(isDocumentName);
      // A few at a time: what was read and not asked for yet would fill the memory.
      while (names.length > 0) {
        const few = names
          .splice(-openFiles)
          .map((name) => this.#readOrLog(join(folder, collection, part, name)));
        for (const content of await Promise.all(few)) if (content) yield content;
      }
    }
  }

  /** @returns null for a damaged document, which stays where it is. */
  async #readOrLog(path: string): Promise<FileContent | null> {
    try {
      return await this.#shared.gate.run(() => readFound(path));
    } catch (error) {
      if (!isDamaged(error)) throw error;
      const reason = String(error.cause ?? error.detail);
      this.#log.warn({ code: error.code, reason, file: path }, 'left out a damaged document');
      return null;
    }
  }
}

/** By which the queue, the journal and the recent documents know a document. */
export function keyOf(collection: Collection, id: string): string {
  return `${collection} ${id}`;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
