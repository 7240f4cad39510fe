/** What a step, a card or a press is about: ids, never prices or quantities. */
import { z } from 'zod';

/** Read through this wherever it comes from: a stored step, the row behind a card's token. */
export const subjectSchema = z.object({
  subscriptionId: z.string().optional(),
  targetSkuId: z.string().optional(),
  quoteId: z.string().optional(),
  orderId: z.string().optional(),
  watchId: z.string().optional(),
  moveId: z.string().optional(),
  changeId: z.string().optional(),
  caseId: z.string().optional(),
  /** Of that case. */
  messageId: z.string().optional(),
  approvalId: z.string().optional(),
});
export type Subject = z.infer<typeof subjectSchema>;
