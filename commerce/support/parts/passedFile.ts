/** A file that one side has attached, as the other gets it: its name and a link. Nobody here opens it. */
import { z } from 'zod';

export const passedFileSchema = z.object({
  name: z.string(),
  /** Absent where no link would open for the other side. */
  url: z.string().optional(),
  /** It opens only for those with whom its owner has shared it. */
  needsAccess: z.literal(true).optional(),
});
export type PassedFile = z.infer<typeof passedFileSchema>;

/** Of one message. */
export const mostFiles = 5;
