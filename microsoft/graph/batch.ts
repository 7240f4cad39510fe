/** Several requests in one: https://learn.microsoft.com/graph/json-batching */
import { z } from 'zod';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { Incoming } from '../http/exchange.ts';
import { headersOf, type Read } from './read.ts';

/** Graph takes no more. */
export const mostInBatch = 20;

/** One of them. */
export interface BatchRequest {
  method: string;
  /** From the version on, encoded. */
  url: string;
  headers: Record<string, string>;
  body?: object;
}

export const requestOf = (read: Read<unknown>): BatchRequest => ({
  method: 'GET',
  url: read.path,
  headers: headersOf(read),
});

/** Each under its place as its id. */
export function batchBody(requests: readonly BatchRequest[]): string {
  return JSON.stringify({
    requests: requests.map((request, at) => ({ id: String(at), ...request })),
  });
}

const batchSchema = z.object({
  responses: z.array(
    z.object({
      id: z.string(),
      status: z.int(),
      headers: z.record(z.string(), z.unknown()).nullish(),
      body: z.unknown(),
    }),
  ),
});

/**
 * By their ids: they come in any order.
 * @throws upstream.malformed
 */
export function answersIn(body: unknown): ReadonlyMap<string, Incoming> {
  const parsed = batchSchema.safeParse(body);
  if (!parsed.success) throw new UpgraderaError('upstream.malformed', 'batch');
  return new Map(
    parsed.data.responses.map(({ id, status, headers, body: json }) => [
      id,
      { status, headers: inLowerCase(headers ?? {}), json },
    ]),
  );
}

function inLowerCase(headers: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
