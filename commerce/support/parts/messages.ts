/** What an agent and a customer write to each other through the bot. */
import { z } from 'zod';
import { mostFiles, passedFileSchema } from './passedFile.ts';
import { pushSchema } from './push.ts';

export const sideSchema = z.enum(['customer', 'agent']);
export type Side = z.infer<typeof sideSchema>;

export const messageSchema = z.object({
  /** Its side and the activity that brought it, so that one that is delivered again is the same. */
  id: z.string(),
  from: sideSchema,
  name: z.string(),
  /** Of another person than the one who is told: where it was written. */
  conversation: z.string(),
  /** Payment data masked; empty once it was deleted. */
  text: z.string(),
  /** A wish in our own words that it suggests to the customer. */
  suggests: z.string().optional(),
  /** What it brings besides the text, which may be empty then. */
  push: pushSchema.optional(),
  /** Absent where none came with it, and once it was deleted. */
  files: z.array(passedFileSchema).max(mostFiles).optional(),
  /** Tenant's time. */
  at: z.iso.datetime(),
  /** Grows with every edit, and when it is deleted. */
  revision: z.int().nonnegative(),
  isDeleted: z.boolean().optional(),
  /** Where the other side sees it, and at which revision. */
  shown: z.object({ activityId: z.string(), revision: z.int().nonnegative() }).optional(),
});
export type CaseMessage = z.infer<typeof messageSchema>;

/** Channels number the activities of each conversation for themselves, often by the time. */
export function messageId(side: Side, activityId: string): string {
  return `${side}/${activityId}`;
}

/** The agent writes from this conversation just now. */
export const talkSchema = z.object({
  conversation: z.string(),
  userId: z.string(),
  since: z.iso.datetime(),
});
export type Talk = z.infer<typeof talkSchema>;

/** Characters of a message; more is cut off. */
export const longestMessage = 4_000;

/** So many are relayed in one case. */
export const mostMessages = 500;
