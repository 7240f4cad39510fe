/** What a request to `/api/messages` must be before its body is looked at as an Activity. */
import type { IncomingMessage } from 'node:http';
import type { Activity } from 'botbuilder';
import type { ErrorCode } from '../../commerce/base/errors.ts';
import { parseActivity } from './activitySchema.ts';
import { mayReach } from './hostGuard.ts';
import { maximumBodySize, readLimitedBody } from './limitedBody.ts';

/** Why a request is refused, and the HTTP status for it. */
const statusOf = {
  host: 403,
  encoding: 415,
  size: 413,
  'content-type': 400,
  json: 400,
  envelope: 400,
} as const;

export type Refusal = {
  code: ErrorCode;
  reason: keyof typeof statusOf;
  status: number;
  /** Path of the field that is wrong; a name of ours, never something out of the body. */
  field?: string;
  /** Bytes that were read. */
  size: number;
};

const refuse = (reason: Refusal['reason'], size = 0, field?: string): Refusal => ({
  code: reason === 'host' ? 'activity.refused' : 'activity.invalid',
  reason,
  status: statusOf[reason],
  size,
  ...(field === undefined ? {} : { field }),
});

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(body: Buffer): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(utf8.decode(body)) };
  } catch {
    return undefined;
  }
}

/**
 * A compressed body is refused unread, since its size says nothing about what it becomes. Rejects
 * when the client hangs up.
 * @param authenticates whether the sender proves later who it is; else it must be of this machine
 */
export async function admit(
  request: IncomingMessage,
  { authenticates }: { authenticates: boolean },
): Promise<{ activity: Activity } | { refusal: Refusal }> {
  if (!authenticates && !mayReach(request.headers)) return { refusal: refuse('host') };
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.trim().toLowerCase() !== 'identity') return { refusal: refuse('encoding') };

  const body = await readLimitedBody(request);
  if (!body) return { refusal: refuse('size', maximumBodySize) };

  const mediaType = request.headers['content-type']?.split(';')[0]?.trim() ?? '';
  if (!/^application\/([\w.-]+\+)?json$/i.test(mediaType)) {
    return { refusal: refuse('content-type', body.length) };
  }
  const parsed = parseJson(body);
  if (!parsed) return { refusal: refuse('json', body.length) };

  const result = parseActivity(parsed.json);
  return 'field' in result ? { refusal: refuse('envelope', body.length, result.field) } : result;
}
