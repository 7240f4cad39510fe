import type { WaitingRows } from '../../commerce/ports/repositories.ts';
import type { Rows } from '../contract/rows.ts';

/** What the repositories of orders and of watches have in common. */
export abstract class StoredRows implements WaitingRows {
  protected readonly rows: Rows;

  constructor(rows: Rows) {
    this.rows = rows;
  }

  due(at: string, limit: number): Promise<string[]> {
    return this.rows.due(at, limit);
  }

  undelivered(limit: number): Promise<string[]> {
    return this.rows.undelivered(limit);
  }

  nextDue(): Promise<string | undefined> {
    return this.rows.nextDue();
  }
}
