/** lowdb's adapter for one document: read from its file, written to the journal. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Adapter } from 'lowdb';
import { deepFreeze } from '../../../commerce/base/deepFreeze.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Collection } from '../../contract/collection.ts';
import type { RecentDocuments } from '../../contract/recentDocuments.ts';
import { hasCode } from '../fileErrors.ts';
import type { Gate } from '../gate.ts';
import type { Journal } from '../journal/journal.ts';
import { readText } from '../wholeFile.ts';
import { documentName, documentPath } from './documentPaths.ts';
import { contentText, type FileContent, parseContent } from './fileContent.ts';

/** What all documents of a data folder share. */
export interface SharedParts {
  folder: string;
  journal: Journal;
  recent: RecentDocuments<FileContent>;
  /** Bounds how many files are open. */
  gate: Gate;
}

/** Which document it is. */
interface DocumentName {
  collection: Collection;
  id: string;
  /** Its name in the journal and among the recent ones. */
  key: string;
}

export class DocumentFile implements Adapter<FileContent | null> {
  readonly #name: DocumentName;
  readonly #shared: SharedParts;

  constructor(name: DocumentName, shared: SharedParts) {
    this.#name = name;
    this.#shared = shared;
  }

  /** @returns it frozen. @throws storage.damaged */
  async read(): Promise<FileContent | null> {
    const { collection, id, key } = this.#name;
    const { folder, recent, journal, gate } = this.#shared;
    const known = recent.get(key);
    if (known !== undefined) return known;
    const path = documentPath(folder, collection, id);
    const text = journal.textOf(key) ?? (await gate.run(() => readIfThere(path)));
    const content = text === undefined ? null : deepFreeze(parseFound(text, path));
    recent.set(key, content, text?.length ?? 0);
    return content;
  }

  /** From now on the document belongs to those who read it: it is frozen. */
  async write(content: FileContent | null): Promise<void> {
    // A document is never unwritten.
    if (!content) return;
    const { collection, key } = this.#name;
    const { recent, journal } = this.#shared;
    const text = contentText(content);
    recent.delete(key);
    await journal.write(key, collection, text);
    recent.set(key, deepFreeze(content), text.length);
  }
}

/** For a file that was found without knowing whose it is. @throws storage.damaged */
export async function readFound(path: string): Promise<FileContent | null> {
  const text = await readIfThere(path);
  return text === undefined ? null : parseFound(text, path);
}

async function readIfThere(path: string): Promise<string | undefined> {
  // Most that are looked for and not in memory are new: an error for each would be dear.
  if (!statSync(path, { throwIfNoEntry: false })) return undefined;
  try {
    return await readText(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parseFound(text: string, path: string): FileContent {
  const content = parseContent(text, path);
  if (documentName(content.id) === basename(path)) return content;
  throw new UpgraderaError('storage.damaged', path, 'it holds another document');
}
