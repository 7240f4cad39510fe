/** What is remembered of a message that somebody is owed, be it about an order or about a watch. */
import { z } from 'zod';

/**
 * How far it has come. `sending` is set before it leaves: found after a crash, it may have arrived,
 * so it becomes `ambiguous` and is not sent again. `muted`: whom it was for wanted no such messages.
 */
export const noticeStatusSchema = z.enum([
  'pending',
  'sending',
  'sent',
  'ambiguous',
  'undeliverable',
  'muted',
]);
export type NoticeStatus = z.infer<typeof noticeStatusSchema>;

/** Absent as long as nothing came in between. */
export const deliverySchema = z.object({
  /** Attempts in a row that the channel put off. */
  attempts: z.int().nonnegative(),
  /** Real time before which it is not tried again. */
  notBefore: z.iso.datetime().optional(),
  /** Conversations in which nobody could be reached: it goes back to none of them. */
  unreached: z.array(z.string()),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** Where a message is to go, and how far it has come. */
export const noticeStateSchema = z.object({
  /** Key of the conversation. */
  conversation: z.string(),
  status: noticeStatusSchema,
  delivery: deliverySchema.optional(),
});
export type NoticeState = z.infer<typeof noticeStateSchema>;

export function isOwed({ status }: Pick<NoticeState, 'status'>): boolean {
  return status === 'pending' || status === 'sending';
}

/** Whether nobody has moved it on since it was read. */
export function isSameState(one: NoticeState, other: NoticeState): boolean {
  return one.status === other.status && one.conversation === other.conversation;
}

/** The notices when the one at that place has come so far. */
export function noticesWith<N extends NoticeState>(
  notices: readonly N[],
  place: number,
  { conversation, status, delivery }: NoticeState,
): N[] {
  return notices.map((notice, index) =>
    index === place
      ? { ...notice, conversation, status, ...(delivery ? { delivery } : {}) }
      : notice,
  );
}

/** A card that is in a chat and shows a thing which moves by itself, so that it can be replaced in place. */
export const shownCardSchema = z.object({
  conversation: z.string(),
  activityId: z.string(),
  /** Token of the card's buttons; it stays the same however often the card is replaced. */
  token: z.string(),
  /** `revision` of the thing that the card shows. */
  revision: z.int().nonnegative(),
});
export type ShownCard = z.infer<typeof shownCardSchema>;

/** Older cards of the same thing are left as they are. */
const cardsFollowed = 4;

/** The cards of a thing with one more. */
export function cardsWith<Card extends ShownCard>(cards: readonly Card[], card: Card): Card[] {
  return [...cards, card].slice(-cardsFollowed);
}

/** The thing that a card shows, and the revision in which it shows it. */
export const followedSchema = z.union([
  z.object({ orderId: z.string(), revision: z.int().nonnegative() }),
  z.object({ moveId: z.string(), revision: z.int().nonnegative() }),
  /** An order to approve, shown to that person. */
  z.object({ approvalId: z.string(), userId: z.string(), revision: z.int().nonnegative() }),
  /** The file of a case, that this agent looks at. */
  z.object({ caseId: z.string(), userId: z.string(), revision: z.int().nonnegative() }),
]);
export type Followed = z.infer<typeof followedSchema>;
