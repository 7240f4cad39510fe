import { z } from 'zod';
import type { Stored, TenantStateRepository } from '../../commerce/ports/repositories.ts';
import type { StorageEngine } from '../contract/engine.ts';
import { CheckedDocuments } from './documents.ts';

/** The back end that writes these documents knows their shape and checks it. */
export class StoredTenantStates implements TenantStateRepository {
  readonly #documents: CheckedDocuments<unknown>;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'tenantStates', z.unknown());
  }

  load(tenantId: string): Promise<Stored<unknown> | undefined> {
    return this.#documents.readOrSetAside(tenantId);
  }

  save(tenantId: string, state: unknown, version: number): Promise<number> {
    return this.#documents.save(tenantId, state, version);
  }
}
