/** What an answer of Graph means, alone or as an item of a batch. */
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { memoizeByObject } from '../../commerce/base/memoize.ts';
import type { Incoming } from '../http/exchange.ts';
import { statusError } from '../http/statusError.ts';
import type { Read } from './read.ts';

const safe = z.string().regex(/^[\w.-]{1,80}$/);
const errorSchema = z.object({
  error: z.object({
    code: safe.optional().catch(undefined),
    innerError: z
      .object({ 'request-id': safe.optional().catch(undefined) })
      .optional()
      .catch(undefined),
  }),
});

export interface Page<Item> {
  items: Item[];
  nextLink: string | undefined;
}

/**
 * A token that is not accepted is connection.token-refused. Messages of Graph may name people: codes
 * and the number by which Microsoft finds the request are all that is told.
 * @throws connection.…, upstream.…
 */
export function bodyOf(operation: string, answer: Incoming): unknown {
  if (answer.status >= 200 && answer.status < 300) return answer.json;
  const { code, innerError } = errorSchema.safeParse(answer.json).data?.error ?? {};
  const told = [code, innerError?.['request-id']].filter(Boolean).join(' ');
  const detail = `${operation} ${answer.status} ${told}`.trim();
  if (answer.status === 401) throw new UpgraderaError('connection.token-refused', detail);
  if (answer.status === 403) throw new UpgraderaError('connection.no-permission', detail);
  throw statusError(operation, answer, told);
}

/** Of each kind of item once: to make one takes longer than to read an answer by it. */
const pageSchemaOf = memoizeByObject((item: z.ZodType) =>
  z.object({ value: z.array(item), '@odata.nextLink': z.string().optional() }),
);

/** @throws upstream.malformed, and what `bodyOf` throws */
export function pageOf<Item>({ operation, item }: Read<Item>, answer: Incoming): Page<Item> {
  const body = bodyOf(operation, answer);
  const parsed = pageSchemaOf(item).safeParse(body);
  if (!parsed.success) throw new UpgraderaError('upstream.malformed', placeOf(operation, parsed));
  return { items: parsed.data.value as Item[], nextLink: parsed.data['@odata.nextLink'] };
}

/** Where it does not fit, without what stands there. */
function placeOf(operation: string, { error }: { error: z.ZodError }): string {
  const { path = [], code = '' } = error.issues[0] ?? {};
  return `${operation} ${path.map(String).join('.')} ${code}`;
}
