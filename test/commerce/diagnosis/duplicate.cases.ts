/** A product that is owned twice. */

import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { Agreement } from '../../../commerce/model/account.ts';
import { rolesOfPerson } from '../../../commerce/model/role.ts';
import type { Subscription } from '../../../commerce/model/subscription.ts';
import { account, clearFacts } from '../../support/tenant/clearFacts.ts';
import type { ReasonCase } from './diagnose.cases.ts';

const { subscription } = clearFacts;
const { period } = subscription;

/** One with 25 licences: so many users have a licence of the product. */
const twice = (
  other: Partial<Subscription>,
  users: Subscription['assigned'] = 22,
  agreement: Agreement = 'MOSA',
) => {
  const examined = { ...subscription, assigned: users };
  return {
    account: { ...account, agreement },
    roles: rolesOfPerson(['global-admin', 'billing-account-owner']),
    subscription: examined,
    subscriptions: [examined, { ...examined, id: 'other', ...other }],
  };
};
const merging = (steps: string[], left: number, users: number, missing = 0, kept = 25) => ({
  code: 'DUPLICATE_PRODUCT' as const,
  group: 'fixNow' as const,
  values: { kept, left, users, missing, limit: 25, days: 7 },
  steps,
});

export const duplicateCases: ReasonCase[] = [
  [
    'the same product twice, where all users fit',
    twice({ quantity: 10 }, 25),
    merging(['enough', 'cancelOnline', 'again'], 10, 25),
  ],
  [
    'the same product twice, where some users don’t fit',
    twice({ quantity: 10 }, 29),
    merging(['buy', 'cancelOnline', 'again'], 10, 29, 4),
  ],
  [
    'the same product twice, where nobody knows how many users there are',
    twice({ quantity: 10 }, 'unknown'),
    {
      code: 'DUPLICATE_PRODUCT',
      group: 'fixNow',
      values: { kept: 25, left: 10, context: 'usersUnknown', limit: 25, days: 7 },
      steps: ['room', 'cancelOnline', 'again'],
    },
  ],
  [
    'the same product twice, the smaller with as many licences as can be cancelled online',
    twice({ quantity: 25 }),
    merging(['enough', 'cancelOnline', 'again'], 25, 22),
  ],
  [
    'the same product twice, the examined one smaller, and too large to be cancelled online',
    {
      ...twice({}),
      subscription: { ...subscription, quantity: 26, assigned: 85 },
      subscriptions: [
        { ...subscription, quantity: 26, assigned: 85 },
        { ...subscription, id: 'other', quantity: 90, assigned: 85 },
      ],
    },
    merging(['enough', 'cancelBySupport', 'again'], 26, 85, 0, 90),
  ],
  [
    'the same product bought by a user, under the newer agreement, last week',
    twice(
      {
        quantity: 2,
        soldBy: 'selfService',
        period: { ...period, start: '2026-11-17' },
      },
      24,
      'MCA',
    ),
    merging(['enough', 'takeOver', 'cancelInWindow', 'again'], 2, 24),
  ],
  [
    'the same product twice, under the newer agreement, after the days in which money is returned',
    twice({ quantity: 2, period: { ...period, start: '2026-11-16' } }, 24, 'MCA'),
    merging(['enough', 'stopRenewal', 'again'], 2, 24),
  ],
  [
    'a channel that sees the same services twice',
    {
      targets: { targets: [], excluded: [] },
      refusals: [{ code: 'ConflictingServiceTypes', description: '' }],
    },
    {
      code: 'DUPLICATE_PRODUCT',
      group: 'fixNow',
      values: { context: 'unnamed' },
      steps: ['compare', 'again'],
    },
  ],
];

/** What looks like it and is none. */
export const clearDuplicateCases: [what: string, change: Partial<Facts>][] = [
  ['the same product, given up', twice({ status: 'canceled' })],
];
