/** The order: the one truth about an upgrade that was asked for. One document, written whole. */
import { z } from 'zod';
import { addressSchema, billedToSchema, timeZoneSchema } from './account.ts';
import { currencySchema } from './money.ts';
import { noticeStateSchema, shownCardSchema } from './notice.ts';
import { adminPurchaseSchema } from './purchase/adminPurchase.ts';
import { billingCycleSchema, termSchema } from './terms.ts';

export const orderStateSchema = z.enum([
  'awaitingPurchase',
  'placed',
  'creditCheck',
  'provisioning',
  'reassigning',
  'cancellingOld',
  'completed',
  'completedWithUserErrors',
  'declined',
  'withdrawn',
  'lapsed',
  'failed',
]);
export type OrderState = z.infer<typeof orderStateSchema>;

export const finalStates: readonly OrderState[] = [
  'completed',
  'completedWithUserErrors',
  'declined',
  'withdrawn',
  'lapsed',
  'failed',
];

export const noticeKindSchema = z.enum([
  'creditCheckStarted',
  'creditCheckApproved',
  'purchaseAsked',
  'purchaseSeen',
  'declined',
  'withdrawn',
  'tooLateToWithdraw',
  'lapsed',
  'unclear',
  'slow',
  'stuck',
  'completed',
  'completedWithUserErrors',
  'failed',
]);
export type NoticeKind = z.infer<typeof noticeKindSchema>;

/** A proactive message that a transition owes somebody, written together with it. */
export const noticeSchema = noticeStateSchema.extend({
  /** `card`: not what happened, but the order's own card, which did not come when it was shown. */
  kind: noticeKindSchema.or(z.literal('card')),
  at: z.iso.datetime(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Who does something, as they were called then. */
export const personSchema = z.object({ userId: z.string(), name: z.string() });
export type Person = z.infer<typeof personSchema>;

export const auditEntrySchema = z.object({
  at: z.iso.datetime(),
  /** User id, or `system` for what time or the service brought about. */
  by: z.string(),
  event: z.string(),
  from: orderStateSchema.optional(),
  to: orderStateSchema,
  code: z.string().optional(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** What was confirmed on the review beside what the order itself says. */
export const confirmedSchema = z.object({
  soldTo: addressSchema,
  billedTo: billedToSchema,
  /** Minor units per licence of the new plan for one charge period, before tax. */
  unitPrice: z.int().nonnegative(),
  /** Prepaid value that somebody agreed to lose, in minor units (R94). */
  forfeit: z.int().nonnegative(),
  /** Tenant's time: from then on it is not placed unless it still costs the same. */
  until: z.iso.datetime(),
});
export type Confirmed = z.infer<typeof confirmedSchema>;

/** Minor units of the order's currency, before tax. */
export const orderAmountsSchema = z.object({
  dueToday: z.int().nonnegative(),
  creditToInvoice: z.int().nonnegative(),
  perPeriod: z.int().nonnegative(),
});
export type OrderAmounts = z.infer<typeof orderAmountsSchema>;

/** `UPG-` and 8 characters of Crockford's base 32. */
export const orderReferenceSchema = z.string().regex(/^UPG-[0-9A-HJKMNP-TV-Z]{8}$/);

const documentSchema = z.object({
  v: z.literal(1),
  id: orderReferenceSchema,
  /** Unique: one quote is never two orders. Absent where nobody quotes: the admin orders elsewhere. */
  quoteId: z.string().optional(),
  tenantId: z.string(),
  conversation: z.string(),
  placedBy: personSchema,
  /** Who has put it together, where who placed it has approved it. */
  askedBy: personSchema.optional(),
  subscriptionId: z.string(),
  /** Known once the new subscription exists; may equal `subscriptionId` (R84). */
  newSubscriptionId: z.string().optional(),
  sourceSkuId: z.guid(),
  targetSkuId: z.guid(),
  quantity: z.int().positive(),
  term: termSchema,
  billing: billingCycleSchema,
  currency: currencySchema,
  /** As confirmed on the review card. Absent where nobody tells what is charged. */
  ...orderAmountsSchema.partial().shape,
  paymentMethodId: z.string().optional(),
  /** Absent in orders of version 0.1.0: their quote tells it. */
  confirmed: confirmedSchema.optional(),
  /** Sent with every attempt to place, so that a repeated call is the same order upstream. */
  clientRequestId: z.string(),
  /**
   * Calls to place it, each written down before it is made; tenant's time. Absent in orders of version
   * 0.1.0, which count as sent.
   */
  attempts: z
    .object({
      count: z.int().nonnegative(),
      firstAt: z.iso.datetime().optional(),
      lastAt: z.iso.datetime().optional(),
    })
    .optional(),
  operationId: z.string().optional(),
  /** Of an order that the admin places in Microsoft's admin center. */
  purchase: adminPurchaseSchema.optional(),
  /** Since when (tenant's time) nobody can tell whether the service has it: people have to find out. */
  unclearSince: z.iso.datetime().optional(),
  /** What the same would have cost when the order lapsed, where that was known. */
  amountsNow: orderAmountsSchema.optional(),
  /** Who asked to take the order back, and when (tenant's time), until that is decided. */
  withdrawal: z.object({ by: z.string(), at: z.iso.datetime() }).optional(),
  state: orderStateSchema,
  /** Grows with every change that a person can see. */
  revision: z.int().nonnegative(),
  users: z.object({
    /** Absent where the service does not count them. */
    moved: z.int().nonnegative().optional(),
    total: z.int().nonnegative(),
    failures: z.array(z.object({ userName: z.string(), reason: z.string() })),
  }),
  /** Last business day by which the credit check should be decided (R66); account's calendar. */
  creditCheckBy: z.iso.date().optional(),
  /** Code of the refusal or failure, for support. */
  failureCode: z.string().optional(),
  /** As in the quote; absent in orders of version 0.1.0. */
  timeZone: timeZoneSchema.optional(),
  /** Tenant's time: what is shown to people. */
  placedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** Real time: when the worker looks again. Absent in a final state. */
  nextCheckAt: z.iso.datetime().optional(),
  /** Attempts in a row that ended without an answer from the service. */
  failedAttempts: z.int().nonnegative(),
  audit: z.array(auditEntrySchema),
  notices: z.array(noticeSchema),
  /** Where it is shown. */
  cards: z.array(shownCardSchema),
  /** Conversations in which nobody wants to hear more than the result. */
  muted: z.array(z.string()).optional(),
});
export type Order = z.infer<typeof documentSchema>;

/** Version 0.1.0 left requests to take an order back open that came while it ended. */
export const orderSchema = documentSchema.transform((order): Order => {
  if (!isFinal(order) || order.withdrawal === undefined) return order;
  const { withdrawal: _, ...answered } = order;
  return answered;
});

export function isFinal(order: Pick<Order, 'state'>): boolean {
  return finalStates.includes(order.state);
}
