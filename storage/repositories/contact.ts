/** The people of a tenant who have talked to the bot, and the personal chats in which they can be told. */
import { z } from 'zod';

/** The newest contacts are kept: they are the likeliest to be reached. */
export const contactsKept = 50;

const contactSchema = z.object({
  /** Key of the conversation document, which says whether anybody can be reached there. */
  conversation: z.string(),
  userId: z.string(),
  since: z.iso.datetime(),
});
export type Contact = z.infer<typeof contactSchema>;

/** One document a tenant. None is read at the start, and none has to stay in memory. */
export const contactsSchema = z.object({
  v: z.literal(1),
  tenantId: z.string(),
  contacts: z.array(contactSchema).max(contactsKept),
});
export type TenantContacts = z.infer<typeof contactsSchema>;

export interface ContactRepository {
  /** Nothing happens when the conversation is known already. */
  add(tenantId: string, contact: Contact): Promise<void>;
  /** At most fifty, the newest first. */
  ofTenant(tenantId: string): Promise<readonly Contact[]>;
}
