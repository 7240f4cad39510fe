/** An order that somebody has put together and somebody else is to approve. One document, written whole. */
import { z } from 'zod';
import { noticeStateSchema, shownCardSchema } from '../model/notice.ts';
import { personSchema } from '../model/order.ts';
import type { WaitingRepository } from '../ports/repositories.ts';

/**
 * `asked`: waits for somebody. `approving`: somebody has said yes, and the order is being placed. `approved`: it is
 * ordered. `overtaken`: another order for the subscription came first.
 */
const approvalStateSchema = z.enum([
  'asked',
  'approving',
  'approved',
  'returned',
  'withdrawn',
  'expired',
  'overtaken',
]);
export type ApprovalState = z.infer<typeof approvalStateSchema>;

/** `see`: who may decide has been shown it, at that quote. `goBack`: it could not be ordered as it was approved. */
const approvalEventSchema = z.enum([
  'ask',
  'see',
  'approve',
  'goBack',
  'order',
  'return',
  'withdraw',
  'expire',
  'overtake',
]);
export type ApprovalEvent = z.infer<typeof approvalEventSchema>;

/** `asked`: for who may approve. The others are for who has asked. */
export const approvalNoticeKindSchema = z.enum([
  'asked',
  'approved',
  'returned',
  'expired',
  'overtaken',
]);
export type ApprovalNoticeKind = z.infer<typeof approvalNoticeKindSchema>;

const approvalNoticeSchema = noticeStateSchema.extend({
  kind: approvalNoticeKindSchema,
  userId: z.string(),
});
export type ApprovalNotice = z.infer<typeof approvalNoticeSchema>;

export const approvalSchema = z.object({
  v: z.literal(1),
  /** `APR-` and 8 characters of Crockford's base 32. */
  id: z.string().regex(/^APR-[0-9A-HJKMNP-TV-Z]{8}$/),
  tenantId: z.string(),
  askedBy: personSchema,
  /** Of who has asked. */
  conversation: z.string(),
  why: z.enum(['role', 'limit']),
  subscriptionId: z.string(),
  sourceSkuId: z.guid(),
  targetSkuId: z.guid(),
  quantity: z.int().positive(),
  /** The offer as it is to be approved: at first what was asked for, then the same at a later price. */
  quoteId: z.string(),
  state: approvalStateSchema,
  /** Who approves, has approved or returned it. */
  decidedBy: personSchema.optional(),
  /** From who returned it, to who asked. */
  note: z.string().optional(),
  orderId: z.string().optional(),
  /** Which offer each person was shown who may decide. */
  seen: z.array(z.object({ userId: z.string(), quoteId: z.string() })).default([]),
  /** Tenant's time. */
  startedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** Real time of the next look; absent when it is over. */
  nextCheckAt: z.iso.datetime().optional(),
  /** Oldest first; tenant's time. */
  audit: z.array(
    z.object({
      at: z.iso.datetime(),
      /** User id, or `system`. */
      by: z.string(),
      event: approvalEventSchema,
      to: approvalStateSchema,
      quoteId: z.string(),
    }),
  ),
  notices: z.array(approvalNoticeSchema).default([]),
  /** Grows with every change that the cards tell of. */
  revision: z.int().nonnegative().default(0),
  /** Where it is shown, and to whom: as the message that asks, or as its own card. */
  cards: z
    .array(shownCardSchema.extend({ userId: z.string(), as: z.enum(['notice', 'approval']) }))
    .default([]),
});
export type Approval = z.infer<typeof approvalSchema>;

export type ApprovalRepository = WaitingRepository<Approval>;

export function isPending({ state }: Pick<Approval, 'state'>): boolean {
  return state === 'asked' || state === 'approving';
}
