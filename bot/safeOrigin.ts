import { isLoopback } from './loopback.ts';

/** The origin that a text names, and nothing else; `http` says everything aloud that goes over a network. */
export function safeOrigin(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin, href } = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
  return isSafe && href === `${origin}/` ? origin : undefined;
}
