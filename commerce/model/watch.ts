/** Something that somebody waits for: the way to be free, or the day when nothing is lost. */
import { z } from 'zod';
import { deliverySchema, noticeStatusSchema } from './notice.ts';

/**
 * `reasons`: looks again by itself until nothing stands in the way of upgrading a subscription.
 * `noLoss`: reminds on the first day on which an upgrade loses no prepaid time (R94).
 */
const watchKindSchema = z.enum(['reasons', 'noLoss']);

/** `fulfilled`: what was waited for has come. `ended`: it has not, in the time that a watch lasts. */
export const watchStateSchema = z.enum(['open', 'fulfilled', 'ended', 'stopped']);
export type WatchState = z.infer<typeof watchStateSchema>;

export const watchSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  kind: watchKindSchema,
  tenantId: z.string(),
  conversation: z.string(),
  userId: z.string(),
  subscriptionId: z.string(),
  /** Product of the subscription, and with `noLoss` the one that it would become. */
  skuId: z.guid(),
  targetSkuId: z.guid().optional(),
  state: watchStateSchema,
  /** Reason codes at the last look. */
  codes: z.array(z.string()),
  /** Tenant's time. `endsAt` is the reminder's day with `noLoss`. */
  startedAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  /** Real time; absent when the watch is over. */
  nextCheckAt: z.iso.datetime().optional(),
  /** The message that the end of the watch owes; absent while it is open or when it was stopped. */
  notice: noticeStatusSchema.optional(),
  delivery: deliverySchema.optional(),
});
export type Watch = z.infer<typeof watchSchema>;
