/** Reads the JSON body of a request, with a limit that holds before anything is parsed. */
import type { IncomingMessage } from 'node:http';
import { maximumBodySize } from '../http/messageGuard.ts';
import { type Answer, refusal } from './answer.ts';

const tooLarge = refusal(
  413,
  'MessageSizeTooBig',
  `The body may have ${maximumBodySize} bytes at most.`,
);

/** The parsed body, `{}` where there is none, or the refusal to answer with. */
export async function readBody(
  request: IncomingMessage,
): Promise<{ json: unknown } | { refused: Answer }> {
  if (request.headers['content-encoding'] !== undefined) {
    return { refused: refusal(415, 'NotSupported', 'Send the body without Content-Encoding.') };
  }
  if (Number(request.headers['content-length'] ?? 0) > maximumBodySize)
    return { refused: tooLarge };
  const chunks: Buffer[] = [];
  let size = 0;
  // Destroying the request would close the connection before the refusal is sent.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > maximumBodySize) return { refused: tooLarge };
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return { json: {} };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { refused: refusal(400, 'BadSyntax', 'The body is not JSON.') };
  }
}
