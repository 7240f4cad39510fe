/** Why an upgrade can't be made right now, as diagnosis reports it (R24–R49). */

/** Stable codes: support asks for them, so they are never renamed. */
export const reasonCodes = [
  'LICENSE_CONFLICT',
  'NOT_PROVISIONED',
  'SERVICE_INCIDENT',
  'UPGRADE_IN_PROGRESS',
  'CREDIT_CHECK_PENDING',
  'NOT_ELIGIBLE',
  'UNKNOWN_REASON',
  'DUPLICATE_PRODUCT',
  'PREPAID',
  'GOVERNMENT_OR_NONPROFIT',
  'HIGH_VOLUME',
  'NO_SUPPORTED_TARGET',
  'ADD_ON',
  'UNPAID_BALANCE',
  'SEAT_CAP',
  'TRIAL',
  'END_OF_SALE',
  'SCHEDULED_CHANGE',
  'PRODUCT_KEY',
  'PARTNER_MANAGED',
  'TOO_MANY_ASSIGNED',
  'LEGACY_PLAN',
  'NOT_ACTIVE',
  'INSUFFICIENT_ROLE',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Time changes none of these: another plan has to be bought, or support has to help. */
const lasting: readonly ReasonCode[] = [
  'END_OF_SALE',
  'LEGACY_PLAN',
  'PRODUCT_KEY',
  'GOVERNMENT_OR_NONPROFIT',
];

/** Whether there is any use in looking again: not while one of these reasons lasts for good. */
export function mayPass(reasons: readonly Pick<Reason, 'code'>[]): boolean {
  return !reasons.some(({ code }) => lasting.includes(code));
}

/** What the admin can do about a reason; reasons are shown in this order. */
export const remedyGroups = ['fixNow', 'colleague', 'wait', 'manual', 'support'] as const;
export type RemedyGroup = (typeof remedyGroups)[number];

export interface Reason {
  code: ReasonCode;
  group: RemedyGroup;
  /**
   * Values for the sentences of `reasons.<CODE>.*`. Numbers and names go in as they are; money as
   * `{ amount, currency }`, dates as ISO days: the card formats them for the reader's language.
   */
  values: Record<string, ReasonValue>;
  /** Which sentences of `reasons.<CODE>.steps` make the remedy, in order; else `remedy` is all of it. */
  steps?: string[];
  /** Page of the admin center where the remedy is done. */
  link?: string;
  /** So many users too many have a licence of the product: the reason is gone when theirs have come free. */
  toFree?: number;
  /** ISO instant from which looking again makes sense; absent when at once after the fix. */
  recheckAt?: string;
}
export type ReasonValue = string | number | { amount: number; currency: 'USD' | 'EUR' | 'SEK' };
