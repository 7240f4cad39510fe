/** Reads the body of a request with a limit that holds before anything is parsed. */
import type { IncomingMessage } from 'node:http';

/** Bytes; an Activity is at most this large. */
export const maximumBodySize = 256 * 1024;

/**
 * Rejects when the client hangs up.
 * @returns undefined as soon as the body is larger than allowed; the rest is not read, and the
 * connection stays open for the refusal
 */
export async function readLimitedBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maximumBodySize) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > maximumBodySize) return undefined;
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks, size);
}
