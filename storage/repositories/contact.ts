/** The people of a tenant who have talked to the bot, and the personal chats in which they can be told. */
import { z } from 'zod';

/** The latest are the likeliest to be reached. */
export const contactsKept = 50;

const contactSchema = z.object({
  /** Key of the conversation document, which says whether anybody can be reached there. */
  conversation: z.string(),
  userId: z.string(),
  since: z.iso.datetime(),
});
export type Contact = z.infer<typeof contactSchema>;

/** One document a tenant: a start reads none, and nothing of them stays in memory. */
export const contactsSchema = z.object({
  v: z.literal(1),
  tenantId: z.string(),
  contacts: z.array(contactSchema).max(contactsKept),
});
export type TenantContacts = z.infer<typeof contactsSchema>;

export interface ContactRepository {
  /** Nothing happens when the conversation is known already. */
  add(tenantId: string, contact: Contact): Promise<void>;
  /** Those that came last, latest first; at most fifty. */
  ofTenant(tenantId: string): Promise<readonly Contact[]>;
}
