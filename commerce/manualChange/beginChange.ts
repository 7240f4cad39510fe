/** New changes. */
import { createHash } from 'node:crypto';
import type { Subscription } from '../model/subscription.ts';
import { isOver } from '../model/subscription.ts';
import { isKnown } from '../model/unknown.ts';
import { referenceOf } from '../order/reference.ts';
import type { BackupItem, ManualChange } from './manualChange.ts';

export interface ChangeWish {
  subscriptionId: string;
  targetSkuId: string;
  users: ManualChange['users'];
}

export interface Beginner {
  tenantId: string;
  userId: string;
  userName: string;
  conversation: string;
}

/**
 * The n-th change of a subscription has one reference, whoever begins it: of two who begin at once, one
 * finds the other's.
 * @param nth counted from 0
 */
export function changeReference(tenantId: string, subscriptionId: string, nth: number): string {
  const hash = createHash('sha256').update(JSON.stringify([tenantId, subscriptionId, nth]));
  return referenceOf('CHG', hash.digest());
}

/** @param owned everything that the tenant owns. @param now ISO instant of the tenant's time */
export function newChange(
  id: string,
  { tenantId, userId, userName, conversation }: Beginner,
  { wish, source, owned, toBackUp, now }: Wished,
): ManualChange {
  const isMerge = source.skuId === wish.targetSkuId;
  const assignedTo = (skuId: string) =>
    owned.find((one) => one.skuId === skuId)?.assigned ??
    (isKnown(source.assigned) ? 0 : 'unknown');
  const [left, kept] = isMerge ? mergeOf(source, owned) : [source];
  return {
    v: 1,
    id,
    tenantId,
    begunBy: { userId, name: userName },
    userId,
    conversation,
    state: 'open',
    subscriptionId: left.id,
    sourceSkuId: source.skuId,
    targetSkuId: wish.targetSkuId,
    ...(kept ? { keptSubscriptionId: kept.id } : {}),
    users: isMerge ? 'all' : wish.users,
    before: {
      source: source.assigned,
      target: assignedTo(wish.targetSkuId),
      quantity: left.quantity,
    },
    toBackUp: [...toBackUp],
    backedUp: [],
    moves: [],
    ticks: [],
    startedAt: now,
    notices: [],
  };
}

export interface Wished {
  wish: ChangeWish;
  source: Subscription;
  owned: readonly Subscription[];
  toBackUp: readonly BackupItem[];
  now: string;
}

/** Of two subscriptions of one product the larger one stays. */
export function mergeOf(
  source: Subscription,
  owned: readonly Subscription[],
): [left: Subscription, kept: Subscription] | [left: Subscription] {
  const others = owned.filter(
    (one) => one.id !== source.id && one.skuId === source.skuId && !isOver(one),
  );
  const [other] = others.toSorted((a, b) => b.quantity - a.quantity);
  if (!other) return [source];
  return source.quantity > other.quantity ? [other, source] : [source, other];
}
