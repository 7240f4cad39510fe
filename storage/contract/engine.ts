import type { Row } from '../../commerce/ports/waitingKind.ts';
import type { Collection } from './collection.ts';
import type { Rows } from './rows.ts';

/**
 * What the repositories ask of a place that keeps documents. Ids are any text. A document is
 * anything that JSON can hold, and is written whole: a reader sees the old one or the new one,
 * and what was acknowledged outlives the process. A document that is written is handed over: it
 * belongs to its readers then and may be frozen.
 *
 * Every method throws storage.unavailable when the place can't be reached or is full.
 */

export interface StoredDocument {
  /** Readers share it: it is not to be changed. The same object stands for the same content. */
  document: unknown;
  /** 1 for a new document; grows by one with every write. */
  version: number;
}

export interface IdentifiedDocument extends StoredDocument {
  id: string;
}

export interface StorageEngine {
  /**
   * @param fixed it is never changed once it is made: what was seen of it before may be the answer
   * @throws storage.damaged when what is kept there is not a document any more.
   */
  read(collection: Collection, id: string, fixed?: boolean): Promise<StoredDocument | undefined>;
  /**
   * Of many calls for the same id at the same time, exactly one gets true.
   * @param row what can be asked about the document, written with it
   * @param version 1 for a new document; another for one that comes from another engine
   * @returns false, and writes nothing, when the document exists
   * @throws storage.conflict when another document's row has this row's id, or waits with the same
   * exclusive key
   */
  create(
    collection: Collection,
    id: string,
    document: unknown,
    row?: Row,
    version?: number,
  ): Promise<boolean>;
  /**
   * The exclusive key of the row is no reason to refuse: documents that were stored before that was a
   * rule may share one, and have to be worked on.
   * @returns the new version. @throws storage.conflict when `version` is not the newest
   */
  replace(
    collection: Collection,
    id: string,
    document: unknown,
    version: number,
    row?: Row,
  ): Promise<number>;
  /** The rows of a collection. */
  rows(collection: Collection): Rows;
  /**
   * Keeps a document that can't be understood for people to look at, frees its id, and removes
   * its row.
   * @param fault tells what is wrong with a document; undefined for a sound one, which stays
   */
  setAside(
    collection: Collection,
    id: string,
    fault: (document: unknown) => string | undefined,
  ): Promise<void>;
  /** All documents of a collection, in no order; damaged ones are logged and left out. For the start and for tools. */
  scan(collection: Collection): AsyncIterable<IdentifiedDocument>;
  /** Tries whether a write would last. @throws storage.unavailable when not */
  check(): Promise<void>;
  /** Waits for calls that are under way; afterwards every call throws storage.unavailable. */
  close(): Promise<void>;
}

/** The part of pino's logger that storage needs. */
export interface StorageLog {
  warn(details: Record<string, unknown>, message: string): void;
}
