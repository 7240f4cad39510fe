import { type Contact, type ContactRepository, contactSchema } from './contact.ts';
import { CheckedDocuments } from './documents.ts';
import type { StorageEngine } from './engine.ts';
import type { Row, Rows } from './rows.ts';

const mostFound = 50;

/**
 * Small documents beside the conversations, written once each: a turn keeps its one write, and a
 * start that reads what has rows reads no conversation.
 */
export class StoredContacts implements ContactRepository {
  readonly #documents: CheckedDocuments<Contact>;
  readonly #rows: Rows;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'contacts', contactSchema);
    this.#rows = engine.rows('contacts');
  }

  async add(contact: Contact): Promise<void> {
    await this.#documents.create(contact.conversation, contact, rowOf(contact));
  }

  async ofTenant(tenantId: string): Promise<Contact[]> {
    const ids = (await this.#rows.ofTenant(tenantId)).slice(0, mostFound);
    const found = await Promise.all(ids.map((id) => this.#documents.readOrSetAside(id)));
    return found.flatMap((stored) => stored?.value ?? []);
  }
}

/** @throws ZodError when the document is damaged */
export function contactRow(document: unknown): Row {
  return rowOf(contactSchema.parse(document));
}

function rowOf({ conversation, tenantId, since }: Contact): Row {
  return { id: conversation, tenantId, since, nextCheckAt: undefined, owes: false };
}
