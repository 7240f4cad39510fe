/** New watches. */
import { randomUUID } from 'node:crypto';
import { watchDays } from '../model/policyValues.ts';
import type { Watch } from '../model/watch.ts';

export interface WatchWish {
  tenantId: string;
  conversation: string;
  userId: string;
  subscriptionId: string;
  skuId: string;
  /** ISO instant in the tenant's time. */
  now: string;
  /** ISO instant in real time: the first look. */
  wakeAt: string;
}

/** Looks again until nothing stands in the way, for two weeks. */
export function watchReasons(wish: WatchWish, codes: string[]): Watch {
  const endsAt = Temporal.Instant.from(wish.now).add({ hours: watchDays * 24 });
  return { ...begun(wish), kind: 'reasons', codes, endsAt: endsAt.toString() };
}

/** Reminds in the morning of the day from which on nothing is lost. @param day ISO day of the account */
export function remindOn(
  day: string,
  timeZone: string,
  wish: WatchWish & { targetSkuId: string },
): Watch {
  const morning = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '08:00' });
  const { targetSkuId } = wish;
  const endsAt = morning.toInstant().toString();
  return { ...begun(wish), kind: 'noLoss', targetSkuId, codes: [], endsAt };
}

function begun({ now, wakeAt, ...wish }: WatchWish): Omit<Watch, 'kind' | 'codes' | 'endsAt'> {
  const { tenantId, conversation, userId, subscriptionId, skuId } = wish;
  return {
    v: 1,
    id: randomUUID(),
    tenantId,
    conversation,
    userId,
    subscriptionId,
    skuId,
    state: 'open',
    startedAt: now,
    nextCheckAt: wakeAt,
  };
}
