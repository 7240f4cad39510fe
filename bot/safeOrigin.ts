import { keepsSecrets } from './loopback.ts';

/** The origin that a text names, and nothing else, where what is sent there stays secret. */
export function safeOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const { origin, href } = url;
  return keepsSecrets(url) && href === `${origin}/` ? origin : undefined;
}
