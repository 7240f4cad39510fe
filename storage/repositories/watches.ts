import { isOwed } from '../../commerce/model/notice.ts';
import { type Watch, watchSchema } from '../../commerce/model/watch.ts';
import type { Stored, WatchRepository } from '../../commerce/ports/repositories.ts';
import type { StorageEngine } from '../contract/engine.ts';
import type { Row } from '../contract/rows.ts';
import { CheckedDocuments } from './documents.ts';
import { StoredRows } from './storedRows.ts';

/** A damaged watch is over: nothing is lost by looking no more. */
export class StoredWatches extends StoredRows implements WatchRepository {
  readonly #documents: CheckedDocuments<Watch>;

  constructor(engine: StorageEngine) {
    super(engine.rows('watches'));
    this.#documents = new CheckedDocuments(engine, 'watches', watchSchema);
  }

  async insert(watch: Watch): Promise<void> {
    await this.replace(watch, 0);
  }

  async get(id: string): Promise<Stored<Watch> | undefined> {
    const stored = await this.#documents.readOrSetAside(id);
    if (!stored) await this.rows.leaveOut(id);
    return stored;
  }

  async listByTenant(tenantId: string): Promise<Watch[]> {
    const ids = await this.rows.ofTenant(tenantId);
    const found = await Promise.all(ids.map((id) => this.get(id)));
    return found.flatMap((stored) => stored?.value ?? []);
  }

  replace(watch: Watch, version: number): Promise<number> {
    return this.#documents.save(watch.id, watch, version, rowOf(watch));
  }
}

/** @throws ZodError when the document is damaged */
export function watchRow(document: unknown): Row {
  return rowOf(watchSchema.parse(document));
}

function rowOf({ id, tenantId, startedAt, nextCheckAt, notice }: Watch): Row {
  const owes = notice !== undefined && isOwed({ status: notice });
  return { id, tenantId, since: startedAt, nextCheckAt, owes };
}
