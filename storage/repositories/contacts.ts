import type { StorageEngine } from '../contract/engine.ts';
import {
  type Contact,
  type ContactRepository,
  contactsKept,
  contactsSchema,
  type TenantContacts,
} from './contact.ts';
import { CheckedDocuments } from './documents.ts';

export class StoredContacts implements ContactRepository {
  readonly #documents: CheckedDocuments<TenantContacts>;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'contacts', contactsSchema);
  }

  async add(tenantId: string, contact: Contact): Promise<void> {
    await this.#documents.change(tenantId, (known) => {
      const others = known?.contacts ?? [];
      if (others.some(({ conversation }) => conversation === contact.conversation)) return;
      const contacts = [contact, ...others].toSorted(latestFirst).slice(0, contactsKept);
      return { v: 1, tenantId, contacts };
    });
  }

  async ofTenant(tenantId: string): Promise<readonly Contact[]> {
    return (await this.#documents.readOrSetAside(tenantId))?.value.contacts ?? [];
  }
}

function latestFirst(a: Contact, b: Contact): number {
  return Temporal.Instant.compare(b.since, a.since);
}
