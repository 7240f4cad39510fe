import { UpgraderaError } from '../commerce/errors.ts';
import {
  type Contact,
  type ContactRepository,
  contactsKept,
  contactsSchema,
  type TenantContacts,
} from './contact.ts';
import { CheckedDocuments } from './documents.ts';
import type { StorageEngine } from './engine.ts';

export class StoredContacts implements ContactRepository {
  readonly #documents: CheckedDocuments<TenantContacts>;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'contacts', contactsSchema);
  }

  async add(tenantId: string, contact: Contact): Promise<void> {
    // Ends, since every conflict means that somebody else's contact is in.
    for (;;) {
      const stored = await this.#documents.readOrSetAside(tenantId);
      const known = stored?.value.contacts ?? [];
      if (known.some(({ conversation }) => conversation === contact.conversation)) return;
      const contacts = [contact, ...known].toSorted(latestFirst).slice(0, contactsKept);
      try {
        await this.#documents.save(tenantId, { v: 1, tenantId, contacts }, stored?.version ?? 0);
        return;
      } catch (error) {
        if (!(error instanceof UpgraderaError && error.code === 'storage.conflict')) throw error;
      }
    }
  }

  async ofTenant(tenantId: string): Promise<readonly Contact[]> {
    return (await this.#documents.readOrSetAside(tenantId))?.value.contacts ?? [];
  }
}

function latestFirst(a: Contact, b: Contact): number {
  return Temporal.Instant.compare(b.since, a.since);
}
