/**
 * What an error of the sales service means for an order, call by call.
 *
 * | call | may succeed later | can't be read | any other |
 * |---|---|---|---|
 * | look-up, operation | looked again soon | looked again seldom | looked again seldom |
 * | price again | looked again soon | it costs something else | it costs something else |
 * | place | it may have arrived: looked up, or placed again | the same, a few times | it failed |
 * | withdraw | asked again soon | asked again seldom | it is too late |
 *
 * An operation that the service began is never taken for failed because of an error: only it can say
 * so. What is looked at seldom, people who run the service are told of.
 */
import { UpgraderaError } from '../../base/errors.ts';
import type { Order } from '../../model/order.ts';
import { pollIntervals } from '../../model/policyValues.ts';

const firstRetrySeconds = 2;
const longestRetrySeconds = 300;

/** The event by which an order's history tells that the service can't be understood. */
export const refusedEvent = 'service.refused';

/** A clear no: nothing was done, nor will be. */
export function isRefusal(error: unknown): error is UpgraderaError {
  return error instanceof UpgraderaError && !error.retryable && error.code !== 'upstream.malformed';
}

/** An answer that nobody can read, or a mistake of ours: what it was about may have been done. */
export function isUnreadable(error: unknown): boolean {
  return !isRefusal(error) && !mayPass(error);
}

/** Undefined when asking again would bring no other answer. @throws any other error */
export async function unlessRefused<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof UpgraderaError && !error.retryable) return undefined;
    throw error;
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof UpgraderaError && error.retryable;
}

/**
 * In seconds, until the next look: doubled each time, unless the service says how long it wants to be
 * left alone; seldom when the same call won't succeed.
 */
export function retryDelay(failedAttempts: number, error: unknown): number {
  if (!mayPass(error)) return pollIntervals.afterAnHourSeconds;
  const advised = error instanceof UpgraderaError ? error.retryAfterSeconds : undefined;
  return (
    advised ?? Math.min(firstRetrySeconds * 2 ** Math.min(failedAttempts, 10), longestRetrySeconds)
  );
}

/** The order with what its history says of an error that won't pass by itself; once. */
export function withRefusal(order: Order, error: unknown, at: string): Order {
  if (mayPass(error) || order.audit.some(({ event }) => event === refusedEvent)) return order;
  const code = error instanceof UpgraderaError ? error.code : 'unforeseen';
  const entry = { at, by: 'system', event: refusedEvent, to: order.state, code };
  return { ...order, audit: [...order.audit, entry] };
}
