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
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | undefined>();
  const chunks: Buffer[] = [];
  let size = 0;
  // Not by iterating: a body is one chunk nearly always, and an iterator costs more than it.
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= maximumBodySize) return;
    request.removeAllListeners('data').pause();
    resolve(undefined);
  });
  request.once('end', () => resolve(Buffer.concat(chunks, size)));
  request.once('error', reject);
  return promise;
}
