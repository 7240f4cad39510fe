/** Somebody of a tenant who has talked to the bot, and the personal chat in which they can be told. */
import { z } from 'zod';

export const contactSchema = z.object({
  v: z.literal(1),
  tenantId: z.string(),
  /** Key of the conversation document, which says whether anybody can be reached there. */
  conversation: z.string(),
  userId: z.string(),
  since: z.iso.datetime(),
});
export type Contact = z.infer<typeof contactSchema>;

export interface ContactRepository {
  /** Nothing happens when the conversation is known already. */
  add(contact: Contact): Promise<void>;
  /** Those that came last, latest first; at most fifty. */
  ofTenant(tenantId: string): Promise<Contact[]>;
}
