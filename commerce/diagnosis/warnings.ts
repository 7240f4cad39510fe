/** What stands in nobody's way, but should be known before an upgrade. */
import { hasRight } from '../access/rights.ts';
import type { UsersOf } from '../model/subscription.ts';
import { isKnown } from '../model/unknown.ts';
import type { AddOn } from '../quote/addOns.ts';
import type { Facts } from './facts.ts';
import type { Warning, WarningCode } from './warning.ts';

/** More names than this make no sentence. */
const namedAtMost = 4;

const addOnGroups: readonly [code: WarningCode, holds: (addOn: AddOn) => boolean][] = [
  ['ADD_ONS_INCLUDED', ({ fate }) => fate === 'included'],
  ['ADD_ONS_CARRIED', ({ fate }) => fate === 'carried'],
  ['ADD_ONS_REDUNDANT', ({ fate, redundant }) => fate === 'separate' && redundant],
  ['ADD_ONS_SEPARATE', ({ fate, redundant }) => fate === 'separate' && !redundant],
];

/** What could not be seen: nothing follows from it, so people are told to look themselves. */
const gaps: readonly [code: WarningCode, isGap: (facts: Facts) => boolean][] = [
  ['TO_BE_CONFIRMED', ({ tentative }) => tentative === true],
  ['ROLES_UNKNOWN', ({ account, roles }) => !isKnown(hasRight('buy', account.agreement, roles))],
  ['BALANCE_UNKNOWN', ({ account }) => !isKnown(account.overdue)],
  ['HEALTH_UNKNOWN', ({ incidents }) => !isKnown(incidents)],
  ['LICENSING_UNKNOWN', ({ licensingUnknown }) => licensingUnknown === true],
  ['ASSIGNED_UNKNOWN', ({ subscription }) => !isKnown(subscription.assigned)],
];

/**
 * A second plan that is another product (R30), add-ons that don't block (R58, R130), a discount that
 * ends (R41), an own change that is deleted (R56), services that come back on (R85), groups that give
 * licences (R88), and what could not be seen. None of them stops an upgrade.
 */
export function warnings(facts: Facts): Warning[] {
  const { subscription, addOns, otherPlans } = facts;
  const { rampedDiscount, scheduledChange, turnedOff = [], groups = [] } = subscription;
  return [
    ...about('SECOND_PLAN', otherPlans),
    ...addOnGroups.flatMap(([code, holds]) =>
      about(
        code,
        addOns.filter(holds).map(({ name }) => name),
      ),
    ),
    ...(rampedDiscount ? [{ code: 'RAMPED_DISCOUNT' as const, values: {} }] : []),
    ...(scheduledChange?.by === 'customer'
      ? [{ code: 'OWN_CHANGE_LOST' as const, values: { on: scheduledChange.on } }]
      : []),
    ...about('SERVICES_TURNED_ON', turnedOff.map(withUsers)),
    ...about('GROUP_LICENSES', groups.map(withUsers)),
    ...gaps.flatMap(([code, isGap]) => (isGap(facts) ? [gapOf(code, facts)] : [])),
  ];
}

/** Roles may be seen, and what they allow depend on an agreement that is not. */
function gapOf(code: WarningCode, { account }: Facts): Warning {
  const isOfAgreement = code === 'ROLES_UNKNOWN' && !isKnown(account.agreement);
  return { code, values: isOfAgreement ? { context: 'agreement' } : {} };
}

function withUsers({ name, users }: UsersOf): string {
  return `${name} (${users})`;
}

function about(code: WarningCode, all: readonly string[]): Warning[] {
  if (all.length === 0) return [];
  const names = all.slice(0, namedAtMost).join(', ');
  const more = all.length - namedAtMost;
  return [{ code, values: more > 0 ? { names, more, context: 'more' } : { names } }];
}
