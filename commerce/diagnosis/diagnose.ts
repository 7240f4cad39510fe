/** Every reason that stands in the way of an upgrade, at once. */
import { type Reason, remedyGroups } from '../reason.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';
import { addOn } from './rules/addOn.ts';
import { creditCheckPending } from './rules/creditCheckPending.ts';
import { duplicateProduct } from './rules/duplicateProduct.ts';
import { endOfSale } from './rules/endOfSale.ts';
import { governmentOrNonprofit } from './rules/governmentOrNonprofit.ts';
import { highVolume } from './rules/highVolume.ts';
import { insufficientRole } from './rules/insufficientRole.ts';
import { legacyPlan } from './rules/legacyPlan.ts';
import { licenseConflict } from './rules/licenseConflict.ts';
import { noSupportedTarget } from './rules/noSupportedTarget.ts';
import { notActive } from './rules/notActive.ts';
import { notEligible } from './rules/notEligible.ts';
import { notProvisioned } from './rules/notProvisioned.ts';
import { partnerManaged } from './rules/partnerManaged.ts';
import { prepaid } from './rules/prepaid.ts';
import { productKey } from './rules/productKey.ts';
import { scheduledChange } from './rules/scheduledChange.ts';
import { seatCap } from './rules/seatCap.ts';
import { serviceIncident } from './rules/serviceIncident.ts';
import { tooManyAssigned } from './rules/tooManyAssigned.ts';
import { trial } from './rules/trial.ts';
import { unknownReason } from './rules/unknownReason.ts';
import { unpaidBalance } from './rules/unpaidBalance.ts';
import { upgradeInProgress } from './rules/upgradeInProgress.ts';

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
 * means that the upgrade can be made.
 */
export function diagnose(facts: Facts): Reason[] {
  const reasons = rules.flatMap((rule) => rule(facts) ?? []);
  return remedyGroups.flatMap((group) => reasons.filter((reason) => reason.group === group));
}
