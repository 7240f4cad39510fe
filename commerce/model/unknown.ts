/**
 * What a back end may be unable to tell: the word stands where the value would, so that
 * nobody takes a gap for a zero, an empty list or a no.
 */
import { type ZodType, z } from 'zod';
import { UpgraderaError } from '../base/errors.ts';

export type OrUnknown<T> = T | 'unknown';

export function orUnknownSchema<T extends ZodType>(schema: T) {
  return z.union([schema, z.literal('unknown')]);
}

export function isKnown<T>(value: OrUnknown<T>): value is Exclude<T, 'unknown'> {
  return value !== 'unknown';
}

/**
 * What was asked for; `unknown` when the service can't tell it just now, so that what others know is
 * told all the same.
 * @throws what asking again would not mend
 */
export async function orUnknown<T>(asked: Promise<OrUnknown<T>>): Promise<OrUnknown<T>> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof UpgraderaError && error.retryable) return 'unknown';
    throw error;
  }
}
