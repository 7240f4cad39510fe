/** Every reason that stands in the way of an upgrade, at once. */
import { type Reason, remedyGroups } from '../reason.ts';
import type { Facts } from './facts.ts';
import type { Rule } from './rule.ts';
import { insufficientRole } from './rules/insufficientRole.ts';
import { licenseConflict } from './rules/licenseConflict.ts';
import { noSupportedTarget } from './rules/noSupportedTarget.ts';
import { notActive } from './rules/notActive.ts';
import { seatCap } from './rules/seatCap.ts';
import { unknownReason } from './rules/unknownReason.ts';
import { unpaidBalance } from './rules/unpaidBalance.ts';
import { upgradeInProgress } from './rules/upgradeInProgress.ts';

/** Within one remedy group reasons are told in this order. */
const rules: readonly Rule[] = [
  insufficientRole,
  licenseConflict,
  unpaidBalance,
  notActive,
  upgradeInProgress,
  seatCap,
  noSupportedTarget,
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
