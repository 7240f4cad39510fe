/** Every reason that stands in the way of an upgrade, at once. */
import { hasRight } from '../access/rights.ts';
import type { Facts } from './facts.ts';
import { type Reason, type ReasonValue, remedyGroups } from './reason.ts';
import type { Rule } from './rule.ts';
import { creditCheckPending } from './rules/account/creditCheckPending.ts';
import { governmentOrNonprofit } from './rules/account/governmentOrNonprofit.ts';
import { insufficientRole } from './rules/account/insufficientRole.ts';
import { partnerManaged } from './rules/account/partnerManaged.ts';
import { unpaidBalance } from './rules/account/unpaidBalance.ts';
import { licenseConflict } from './rules/licences/licenseConflict.ts';
import { noSupportedTarget } from './rules/licences/noSupportedTarget.ts';
import { seatCap } from './rules/licences/seatCap.ts';
import { tooManyAssigned } from './rules/licences/tooManyAssigned.ts';
import { highVolume } from './rules/service/highVolume.ts';
import { notEligible } from './rules/service/notEligible.ts';
import { notProvisioned } from './rules/service/notProvisioned.ts';
import { serviceIncident } from './rules/service/serviceIncident.ts';
import { unknownReason } from './rules/service/unknownReason.ts';
import { upgradeInProgress } from './rules/service/upgradeInProgress.ts';
import { addOn } from './rules/subscription/addOn.ts';
import { duplicateProduct } from './rules/subscription/duplicateProduct.ts';
import { endOfSale } from './rules/subscription/endOfSale.ts';
import { legacyPlan } from './rules/subscription/legacyPlan.ts';
import { notActive } from './rules/subscription/notActive.ts';
import { prepaid } from './rules/subscription/prepaid.ts';
import { productKey } from './rules/subscription/productKey.ts';
import { scheduledChange } from './rules/subscription/scheduledChange.ts';
import { trial } from './rules/subscription/trial.ts';

/** Within one remedy group reasons are told in this order. */
const rules: readonly Rule[] = [
  insufficientRole,
  licenseConflict,
  unpaidBalance,
  addOn,
  duplicateProduct,
  notActive,
  trial,
  creditCheckPending,
  upgradeInProgress,
  serviceIncident,
  notProvisioned,
  highVolume,
  scheduledChange,
  prepaid,
  governmentOrNonprofit,
  productKey,
  endOfSale,
  tooManyAssigned,
  seatCap,
  noSupportedTarget,
  notEligible,
  partnerManaged,
  legacyPlan,
  unknownReason,
];

/**
 * All rules run; what the admin can fix comes first, what is left to support last. An empty list
 * means that the upgrade can be made. Amounts are told to those alone who see billing.
 */
export function diagnose(facts: Facts): Reason[] {
  const found = rules.flatMap((rule) => rule(facts) ?? []);
  const seesBilling = hasRight('seeBilling', facts.account.agreement, facts.roles) === true;
  const reasons = seesBilling ? found : found.map(withoutAmounts);
  return remedyGroups.flatMap((group) => reasons.filter((reason) => reason.group === group));
}

/** The same in the sentences of the context `hidden`. */
function withoutAmounts(reason: Reason): Reason {
  const isAmount = (value: ReasonValue): boolean => typeof value === 'object';
  const entries = Object.entries(reason.values);
  if (!entries.some(([, value]) => isAmount(value))) return reason;
  const values = Object.fromEntries(entries.filter(([, value]) => !isAmount(value)));
  return { ...reason, values: { ...values, context: 'hidden' } };
}
