/** The life of an order, as data (R79 gives the order of effects). */
import { isFinal, type NoticeKind, type OrderState } from '../model/order.ts';

const afterReassigning = [
  'cancellingOld',
  'completed',
  'completedWithUserErrors',
  'failed',
] as const;
const afterProvisioning = ['reassigning', ...afterReassigning] as const;
const afterCreditCheck = ['provisioning', ...afterProvisioning] as const;

/**
 * Where each state may go. The service moves on while we don't look, so a look may find that steps
 * were passed over; no look ever finds that it went back.
 */
export const transitions: Readonly<Record<OrderState, readonly OrderState[]>> = {
  awaitingPurchase: ['withdrawn', 'lapsed', 'provisioning', ...afterProvisioning],
  placed: ['creditCheck', 'declined', 'withdrawn', 'lapsed', ...afterCreditCheck],
  creditCheck: ['declined', 'withdrawn', ...afterCreditCheck],
  provisioning: afterProvisioning,
  reassigning: afterReassigning,
  cancellingOld: ['completed', 'completedWithUserErrors', 'failed'],
  completed: [],
  completedWithUserErrors: [],
  declined: [],
  withdrawn: [],
  lapsed: [],
  failed: [],
};

const noticeOnArrival: Partial<Record<OrderState, NoticeKind>> = {
  creditCheck: 'creditCheckStarted',
  completed: 'completed',
  completedWithUserErrors: 'completedWithUserErrors',
  declined: 'declined',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  failed: 'failed',
};

/** Where an order goes whose credit was not approved, or not decided. */
const unapproved: readonly OrderState[] = ['declined', 'withdrawn', 'failed'];

/** What people are told, unasked, when an order makes this step (R67, R78). */
export function noticesOf(from: OrderState, to: OrderState): NoticeKind[] {
  if (from === 'awaitingPurchase' && !isFinal({ state: to })) return ['purchaseSeen'];
  // Who waits no longer for a purchase of their own has just said so.
  if (from === 'awaitingPurchase' && to === 'withdrawn') return [];
  const arrival = noticeOnArrival[to];
  const approved = from === 'creditCheck' && !unapproved.includes(to);
  return [...(approved ? (['creditCheckApproved'] as const) : []), ...(arrival ? [arrival] : [])];
}
