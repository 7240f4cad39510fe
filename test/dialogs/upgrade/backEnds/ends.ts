/** How each scenario ends with each back end, when somebody wants the first product upgraded. */
import type { ReasonCode } from '../../../../commerce/diagnosis/reason.ts';

/** By its message, by what stands in the way, or let go since the admin center refuses it. */
export type End = 'completed' | 'completedWithUserErrors' | 'declined' | 'letGo' | ReasonCode[];

export interface Ends {
  sandbox: End;
  /** Absent where Partner Center has no word for it. */
  partner?: End;
  direct: End;
  /** Why they differ. */
  because?: string;
}

const everywhere = (...codes: ReasonCode[]): Ends => ({
  sandbox: codes,
  partner: codes,
  direct: codes,
});
const done: Ends = { sandbox: 'completed', partner: 'completed', direct: 'completed' };
const someLeft: Ends = {
  sandbox: 'completedWithUserErrors',
  partner: 'completedWithUserErrors',
  direct: 'completedWithUserErrors',
};
/** What nobody but who sells can tell: the admin center refuses it, or sells it all the same. */
const ofSeller = (code: ReasonCode, direct: End = 'letGo'): Ends => ({
  sandbox: [code],
  partner: [code],
  direct,
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
  'add-on': ofSeller('ADD_ON', 'completed'),
  'upgrade-in-progress': ofSeller('UPGRADE_IN_PROGRESS'),
  'scheduled-change': ofSeller('SCHEDULED_CHANGE', 'completed'),
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
    direct: 'completed',
    because: 'a role on the billing account may be enough, and is in no directory',
  },
  'product-key': {
    sandbox: ['PRODUCT_KEY'],
    partner: ['PRODUCT_KEY', 'PARTNER_MANAGED'],
    direct: 'completed',
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
    direct: 'completed',
    because: 'what is overdue is seen by nobody: a warning says so',
  },
  // With a partner without a check.
  'credit-check': done,
  'credit-declined': {
    sandbox: 'declined',
    partner: 'completed',
    direct: 'letGo',
    because:
      'a partner’s customer is given credit by the partner; the admin center tells who was given none',
  },
  'too-many-assigned': {
    sandbox: ['TOO_MANY_ASSIGNED'],
    partner: 'completed',
    direct: 'completed',
    because: 'the limit is one of the older agreement, which Graph does not show',
  },
  'price-change': {
    sandbox: 'completed',
    direct: 'completed',
    because: 'a partner’s prices are those of its sheet',
  },
  'credit-check-pending': {
    sandbox: ['CREDIT_CHECK_PENDING'],
    direct: 'letGo',
    because: 'Partner Center makes no credit checks',
  },
  'high-volume': {
    sandbox: ['HIGH_VOLUME'],
    direct: 'letGo',
    because: 'Partner Center asks to be called later instead',
  },
  prepaid: {
    sandbox: ['PREPAID'],
    direct: 'letGo',
    because: 'a subscription of the newer commerce has an automatic path',
  },
  'end-of-sale': {
    sandbox: ['END_OF_SALE'],
    direct: 'completed',
    because: 'Partner Center offers upgrades after the end of a sale',
  },
};

/** What stands in the way has gone three days later: the same chat then goes on to its message. */
export const goneInTime: readonly string[] = [
  'license-conflict',
  'duplicate-product',
  'not-active',
  'trial',
  'service-incident',
  'not-provisioned',
  'add-on',
  'upgrade-in-progress',
];
