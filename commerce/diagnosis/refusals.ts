/** What the sales channel's refusals mean. Codes are open: those not listed here are unknown (R28). */

import type { Refusal } from '../ports/seller.ts';
import type { ReasonCode } from './reason.ts';

/**
 * By the names and numbers that Partner Center gives them; the last ones are our own names for what
 * the admin center says in words alone (R26, R27, R31, R33, R39).
 */
const meanings: ReadonlyMap<string, ReasonCode> = new Map([
  ['SubscriptionStatusNotActive', 'NOT_ACTIVE'],
  ['SubscriptionNotProvisioned', 'NOT_PROVISIONED'],
  ['ConflictingServiceTypes', 'DUPLICATE_PRODUCT'],
  ['SubscriptionAddOnsPresent', 'ADD_ON'],
  ['ConcurrencyConflicts', 'UPGRADE_IN_PROGRESS'],
  ['900109', 'UPGRADE_IN_PROGRESS'],
  ['900278', 'UPGRADE_IN_PROGRESS'],
  ['SubscriptionDoesNotHaveAnyTransitionedPaths', 'NO_SUPPORTED_TARGET'],
  ['SubscriptionTargetOfferNotFound', 'NO_SUPPORTED_TARGET'],
  ['DelegatedAdminPermissionsDisabled', 'PARTNER_MANAGED'],
  ['800067', 'SEAT_CAP'],
  ['800088', 'SEAT_CAP'],
  ['CreditCheckPending', 'CREDIT_CHECK_PENDING'],
  ['NotEligible', 'NOT_ELIGIBLE'],
  ['PrepaidNotSupported', 'PREPAID'],
  ['HighVolume', 'HIGH_VOLUME'],
  ['EndOfSale', 'END_OF_SALE'],
]);

/** Whether the channel itself gives this reason. */
export function isRefusedFor(code: ReasonCode, refusals: readonly Refusal[]): boolean {
  return refusals.some((refusal) => meanings.get(refusal.code) === code);
}

/** Those whose meaning nobody has told us, each code once. */
export function unknownRefusals(refusals: readonly Refusal[]): Refusal[] {
  const unknown = refusals.filter(({ code }) => !meanings.has(code));
  return [...new Map(unknown.map((refusal) => [refusal.code, refusal])).values()];
}
