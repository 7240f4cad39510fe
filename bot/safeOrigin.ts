import { z } from 'zod';
import { keepsSecrets } from './loopback.ts';

/** The origin that a text names, and nothing else, where what is sent there stays secret. */
export function safeOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const { origin, href } = url;
  return keepsSecrets(url) && href === `${origin}/` ? origin : undefined;
}

/** @param example of one */
export function originSchema(example: string) {
  return z.string().transform((value, context) => {
    const found = safeOrigin(value.trim());
    if (found !== undefined) return found;
    const message = `must be an origin like ${example}; http on this machine only`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** With commas between them. */
export const originsSchema = z.string().transform((value, context) => {
  const found = value.split(',').map((text) => safeOrigin(text.trim()));
  const known = found.filter((origin) => origin !== undefined);
  if (known.length === found.length) return known;
  const message =
    'must be origins like https://smba.example.com, with commas between them; http on this machine only';
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});
