import type { SoldSubscription, SubscriptionStatus } from './subscription.ts';

const over: readonly SubscriptionStatus[] = ['canceled', 'deleted'];

/** Whether a subscription is no more than a memory: it blocks nothing and needs nothing (R125). */
export function isOver({ status }: Pick<SoldSubscription, 'status'>): boolean {
  return over.includes(status);
}
