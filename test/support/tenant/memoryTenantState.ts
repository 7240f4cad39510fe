import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { TenantStateRepository } from '../../../commerce/ports/repositories.ts';

/** Documents in memory, as text, with the version check of a real store. */
export class MemoryTenantState implements TenantStateRepository {
  readonly documents = new Map<string, { text: string; version: number }>();

  async load(tenantId: string) {
    const found = this.documents.get(tenantId);
    return found && { value: JSON.parse(found.text) as unknown, version: found.version };
  }

  async save(tenantId: string, state: unknown, version: number): Promise<number> {
    if ((this.documents.get(tenantId)?.version ?? 0) !== version) {
      throw new UpgraderaError('storage.conflict', tenantId);
    }
    this.documents.set(tenantId, { text: JSON.stringify(state), version: version + 1 });
    return version + 1;
  }
}
