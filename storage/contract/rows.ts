/** What can be asked about documents without reading them. */
import type { WaitingRows } from '../../commerce/ports/repositories.ts';
import type { Row } from '../../commerce/ports/waitingKind.ts';
import type { Collection } from './collection.ts';

/** The rows of one collection. */
export interface Rows extends WaitingRows {
  /** Id of the row's document. */
  documentOf(id: string): Promise<string | undefined>;
  /** Newest first. */
  ofTenant(tenantId: string): Promise<string[]>;
  /**
   * For a row whose document can't be read: this process behaves as if there were no such row, until
   * the document is written or the process starts again.
   */
  leaveOut(id: string): Promise<void>;
}

/**
 * For each collection that has rows, the function that makes a row of a stored document.
 * It throws what the document's schema throws when the document is damaged.
 */
export type RowMakers = Partial<Record<Collection, (document: unknown) => Row>>;
