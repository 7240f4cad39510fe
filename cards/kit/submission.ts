/** What every button sends back, checked. It comes from a stranger. */
import { z } from 'zod';

/** @param verbs those of all cards. The card's inputs come beside these and have schemas of their own. */
export function submissionOf<Verb extends string>(verbs: readonly Verb[]) {
  return z.object({
    v: z.literal(1),
    verb: z.enum(verbs),
    token: z.string().min(1).max(64),
    choice: z.string().max(64).optional(),
  });
}
