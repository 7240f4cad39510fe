/** What is remembered of a tenant whose administrator has let us read it. No secret is in it: it opens nothing. */
import { z } from 'zod';

export const connectedSchema = z.object({
  /** Real time. */
  at: z.iso.datetime(),
  /** The person in whose chat it was asked for. */
  by: z.string(),
  /** What was consented to, by Microsoft's names. */
  permissions: z.array(z.string()),
});
export type Connected = z.infer<typeof connectedSchema>;

/** One document a tenant that was ever asked. */
export const connectionSchema = z.object({
  v: z.literal(1),
  tenantId: z.string(),
  /** Absent: not connected, or not any more. */
  connected: connectedSchema.optional(),
  /** Consents that came back, until they would be too old anyway: none counts twice. */
  used: z.array(z.object({ id: z.string(), until: z.iso.datetime() })),
});
export type Connection = z.infer<typeof connectionSchema>;
