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
  const take = (chunk: Buffer): void => {
    size += chunk.length;
    if (size <= maximumBodySize) {
      chunks.push(chunk);
      return;
    }
    request.off('data', take).pause();
    resolve(undefined);
  };
  request
    .on('data', take)
    .once('end', () => resolve(Buffer.concat(chunks, size)))
    .once('error', reject);
  return promise;
}
