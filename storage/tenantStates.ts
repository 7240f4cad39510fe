import { z } from 'zod';
import type { Stored, TenantStateRepository } from '../commerce/repositories.ts';
import { readOrSetAside, saveDocument } from './documents.ts';
import type { StorageEngine } from './engine.ts';

/** Of any shape here; the sandbox checks what it gets. */
export class StoredTenantStates implements TenantStateRepository {
  readonly #engine: StorageEngine;

  constructor(engine: StorageEngine) {
    this.#engine = engine;
  }

  load(tenantId: string): Promise<Stored<unknown> | undefined> {
    return readOrSetAside(this.#engine, 'tenantStates', tenantId, z.unknown());
  }

  save(tenantId: string, state: unknown, version: number): Promise<number> {
    return saveDocument(this.#engine, 'tenantStates', tenantId, state, version);
  }
}
