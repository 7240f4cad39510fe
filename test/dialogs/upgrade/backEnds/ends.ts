/** How each scenario ends with each back end, when somebody wants the first product upgraded. */
import type { ReasonCode } from '../../../../commerce/diagnosis/reason.ts';

/** By its message, with the numbers to enter in the admin center, or with what stands in the way. */
export type End =
  | 'completed'
  | 'completedWithUserErrors'
  | 'declined'
  | 'adminCenter'
  | ReasonCode[];

export interface Ends {
  sandbox: End;
  /** Absent where Partner Center has no word for it. */
  partner?: End;
  direct: End;
  /** Why they differ otherwise than that Microsoft alone lets an administrator order. */
  because?: string;
}

const everywhere = (...codes: ReasonCode[]): Ends => ({
  sandbox: codes,
  partner: codes,
  direct: codes,
});
const done: Ends = { sandbox: 'completed', partner: 'completed', direct: 'adminCenter' };
const someLeft: Ends = {
  sandbox: 'completedWithUserErrors',
  partner: 'completedWithUserErrors',
  direct: 'adminCenter',
};
/** What nobody but who sells can tell. */
const ofSeller = (code: ReasonCode): Ends => ({
  sandbox: [code],
  partner: [code],
  direct: 'adminCenter',
  because: 'no public interface tells what Microsoft would refuse',
});

export const ends: Readonly<Record<string, Ends>> = {
  happy: done,
  'many-products': done,
  'slow-upgrade': done,
  'partial-failure': someLeft,
  'group-licensing': someLeft,
  'customised-services': done,
  'big-tenant': done,
  'prepaid-forfeit': done,
  'example-postpaid': done,
  'example-prepaid': done,
  'example-forfeit': done,
  'license-conflict': everywhere('LICENSE_CONFLICT'),
  'duplicate-product': everywhere('DUPLICATE_PRODUCT'),
  'not-active': everywhere('NOT_ACTIVE'),
  trial: everywhere('TRIAL'),
  'service-incident': everywhere('SERVICE_INCIDENT'),
  'not-provisioned': everywhere('NOT_PROVISIONED'),
  'government-or-nonprofit': everywhere('GOVERNMENT_OR_NONPROFIT'),
  'legacy-plan': everywhere('LEGACY_PLAN'),
  'add-on': ofSeller('ADD_ON'),
  'upgrade-in-progress': ofSeller('UPGRADE_IN_PROGRESS'),
  'scheduled-change': ofSeller('SCHEDULED_CHANGE'),
  'seat-cap': ofSeller('SEAT_CAP'),
  'no-supported-target': ofSeller('NO_SUPPORTED_TARGET'),
  'not-eligible': ofSeller('NOT_ELIGIBLE'),
  'unknown-reason': ofSeller('UNKNOWN_REASON'),
  'mixed-reasons': {
    sandbox: ['LICENSE_CONFLICT', 'UNPAID_BALANCE', 'SERVICE_INCIDENT', 'NOT_ELIGIBLE', 'ADD_ON'],
    partner: ['LICENSE_CONFLICT', 'ADD_ON', 'SERVICE_INCIDENT', 'NOT_ELIGIBLE'],
    direct: ['LICENSE_CONFLICT', 'SERVICE_INCIDENT'],
    because: 'what is overdue is seen by nobody, and refusals by who sells alone',
  },
  'insufficient-role': {
    sandbox: ['INSUFFICIENT_ROLE'],
    partner: ['INSUFFICIENT_ROLE'],
    direct: 'adminCenter',
    because: 'a role on the billing account may be enough, and is in no directory',
  },
  'product-key': {
    sandbox: ['PRODUCT_KEY'],
    partner: ['PRODUCT_KEY', 'PARTNER_MANAGED'],
    direct: 'adminCenter',
    because: 'what was bought with a key is not the partner’s to change, and Graph shows no keys',
  },
  'partner-managed': {
    sandbox: ['PARTNER_MANAGED'],
    partner: 'completed',
    direct: ['PARTNER_MANAGED'],
    because: 'the bot is the partner’s own',
  },
  'unpaid-balance': {
    sandbox: ['UNPAID_BALANCE'],
    partner: 'completed',
    direct: 'adminCenter',
    because: 'what is overdue is seen by nobody: a warning says so',
  },
  // With a partner without a check.
  'credit-check': done,
  'credit-declined': {
    sandbox: 'declined',
    partner: 'completed',
    direct: 'adminCenter',
    because: 'a partner’s customer is given credit by the partner',
  },
  'too-many-assigned': {
    sandbox: ['TOO_MANY_ASSIGNED'],
    partner: 'completed',
    direct: 'adminCenter',
    because: 'the limit is one of the older agreement, which Graph does not show',
  },
  'price-change': {
    sandbox: 'completed',
    direct: 'adminCenter',
    because: 'a partner’s prices are those of its sheet',
  },
  'credit-check-pending': {
    sandbox: ['CREDIT_CHECK_PENDING'],
    direct: 'adminCenter',
    because: 'Partner Center makes no credit checks',
  },
  'high-volume': {
    sandbox: ['HIGH_VOLUME'],
    direct: 'adminCenter',
    because: 'Partner Center asks to be called later instead',
  },
  prepaid: {
    sandbox: ['PREPAID'],
    direct: 'adminCenter',
    because: 'a subscription of the newer commerce has an automatic path',
  },
  'end-of-sale': {
    sandbox: ['END_OF_SALE'],
    direct: 'adminCenter',
    because: 'Partner Center offers upgrades after the end of a sale',
  },
};
