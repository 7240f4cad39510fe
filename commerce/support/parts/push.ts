/** What an agent sends a customer besides words, and what has come of it. */
import { z } from 'zod';
import { reasonCodes } from '../../diagnosis/reason.ts';

/** What a customer may be asked to show; it is for them to decide. */
export const shareableSchema = z.enum(['order', 'licences', 'diagnosis']);
export type Shareable = z.infer<typeof shareableSchema>;

export const answerSchema = z.enum(['shown', 'kept']);
export type AskAnswer = z.infer<typeof answerSchema>;

/**
 * `article`: one of ours. `check`: the upgrade was looked at again; codes of what stood in the way then. `ask`: to
 * be shown something.
 */
export const pushSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('article'), slug: z.string() }),
  z.object({ is: z.literal('check'), codes: z.array(z.enum(reasonCodes)) }),
  z.object({
    is: z.literal('ask'),
    what: shareableSchema,
    /** User id of the agent. */
    by: z.string(),
    /** Absent until the customer has decided. */
    answer: answerSchema.optional(),
  }),
]);
export type Push = z.infer<typeof pushSchema>;
