/**
 * Direct Line tokens of the local channel. They protect nothing (`hostGuard.ts` does): they only carry
 * the conversation and the person from `tokens/generate` to the start of the conversation.
 */
import { z } from 'zod';
import { accountSchema, conversationIdSchema } from './schemas.ts';

/** Seconds that clients are told; they refresh before. */
export const tokenLifetime = 3600;

const contentSchema = z.object({
  conversationId: conversationIdSchema,
  user: accountSchema.optional(),
});
export type TokenContent = z.infer<typeof contentSchema>;

export function writeToken(content: TokenContent): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

/** Undefined for anything that is not one of our tokens, such as a secret. */
export function readToken(token: string | undefined): TokenContent | undefined {
  try {
    const text = Buffer.from(token ?? '', 'base64url').toString('utf8');
    return contentSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
