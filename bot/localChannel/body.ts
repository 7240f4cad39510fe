/** Reads the JSON body of a request, with a limit that holds before anything is parsed. */
import type { IncomingMessage } from 'node:http';
import { maximumBodySize, readLimitedBody } from '../http/limitedBody.ts';
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
  const body = await readLimitedBody(request);
  if (!body) return { refused: tooLarge };
  const text = body.toString('utf8');
  if (text === '') return { json: {} };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { refused: refusal(400, 'BadSyntax', 'The body is not JSON.') };
  }
}
