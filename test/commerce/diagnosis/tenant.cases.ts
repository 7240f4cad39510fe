/** Reasons that follow from what else there is and happens in the tenant. */

import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { Agreement } from '../../../commerce/model/account.ts';
import { rolesOfPerson } from '../../../commerce/model/role.ts';
import type { Subscription } from '../../../commerce/model/subscription.ts';
import type { AddOnFate } from '../../../commerce/quote/addOns.ts';
import { account, clearFacts, openOrder } from '../../support/clearFacts.ts';
import type { ReasonCase } from './diagnose.cases.ts';

const { subscription } = clearFacts;
const owning = (rest: Partial<Subscription>) => {
  const changed = { ...subscription, ...rest };
  return { subscription: changed, subscriptions: [changed] };
};
const refused = (code: string) => ({
  targets: { targets: [], excluded: [] },
  refusals: [{ code, description: '' }],
});
const addOns = (...fates: AddOnFate[]) => ({
  addOns: fates.map((fate) => ({
    name: `Add-on ${fate}`,
    subscriptionId: fate,
    fate,
    redundant: false,
  })),
});

/** Owned twice, one with 25 licences: so many users have a licence of the product. */
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
const conflict = (excess: number) =>
  Array.from({ length: excess }, (_, n) => ({ name: `User ${n}`, userName: `u${n}@x.example` }));
const conflictSteps = ['buy', 'unassign', 'delete', 'again'];

export const tenantCases: ReasonCase[] = [
  [
    'users beyond the licences, by name',
    { ...owning({ assigned: 27 }), overAssigned: conflict(2) },
    {
      code: 'LICENSE_CONFLICT',
      group: 'fixNow',
      values: { assigned: 27, quantity: 25, excess: 2, users: 'User 0, User 1', context: 'named' },
      steps: conflictSteps,
    },
  ],
  [
    'more users beyond the licences than can be named',
    { ...owning({ assigned: 46 }), overAssigned: conflict(21) },
    {
      code: 'LICENSE_CONFLICT',
      group: 'fixNow',
      values: {
        assigned: 46,
        quantity: 25,
        excess: 21,
        users: conflict(20)
          .map(({ name }) => name)
          .join(', '),
        context: 'more',
      },
      steps: conflictSteps,
    },
  ],
  [
    'an order whose credit is being checked, until after the last day of the check',
    { openOrders: [{ ...openOrder, state: 'creditCheck', creditCheckBy: '2026-11-25' }] },
    {
      code: 'CREDIT_CHECK_PENDING',
      group: 'wait',
      values: { order: 'UPG-0A1B2C3D', by: '2026-11-25' },
      recheckAt: '2026-11-25T23:00:00Z',
    },
  ],
  [
    'a credit check elsewhere on a Friday: two business days, so Tuesday',
    { now: '2026-11-27T15:00:00Z', ...refused('CreditCheckPending') },
    {
      code: 'CREDIT_CHECK_PENDING',
      group: 'wait',
      values: { context: 'elsewhere', by: '2026-12-01' },
      recheckAt: '2026-12-01T23:00:00Z',
    },
  ],
  [
    'an order that we do not know to be in its credit check yet',
    { openOrders: [{ ...openOrder, state: 'placed' }], ...refused('CreditCheckPending') },
    {
      code: 'CREDIT_CHECK_PENDING',
      group: 'wait',
      values: { context: 'elsewhere', by: '2026-11-25' },
      recheckAt: '2026-11-25T23:00:00Z',
    },
  ],
  [
    'an incident of one service of many',
    { incidents: [{ id: 'EX1', service: 'Exchange Online' }] },
    {
      code: 'SERVICE_INCIDENT',
      group: 'wait',
      values: { incidents: 'Exchange Online (EX1)' },
      recheckAt: '2026-11-23T15:00:00Z',
    },
  ],
  [
    'services that are being set up',
    owning({ unfinishedServices: ['Exchange Online', 'Microsoft Teams'] }),
    {
      code: 'NOT_PROVISIONED',
      group: 'wait',
      values: { services: 'Exchange Online, Microsoft Teams' },
      recheckAt: '2026-11-23T15:00:00Z',
    },
  ],
  [
    'a channel that sees services being set up',
    refused('SubscriptionNotProvisioned'),
    {
      code: 'NOT_PROVISIONED',
      group: 'wait',
      values: { context: 'unnamed' },
      recheckAt: '2026-11-23T15:00:00Z',
    },
  ],
  [
    'a busy channel: an hour from the first attempt, not from now',
    { ...refused('HighVolume'), busySince: '2026-11-23T11:20:00Z' },
    { code: 'HIGH_VOLUME', group: 'wait', values: {}, recheckAt: '2026-11-23T12:20:00Z' },
  ],
  [
    'a channel that is still busy after an hour',
    { ...refused('HighVolume'), busySince: '2026-11-23T11:00:00Z' },
    {
      code: 'HIGH_VOLUME',
      group: 'wait',
      values: { context: 'still' },
      recheckAt: '2026-11-23T13:00:00Z',
    },
  ],
  [
    'a change that a representative has planned',
    owning({ scheduledChange: { on: '2026-12-01', by: 'representative' } }),
    {
      code: 'SCHEDULED_CHANGE',
      group: 'wait',
      values: { on: '2026-12-01' },
      recheckAt: '2026-12-01T23:00:00Z',
    },
  ],
  [
    'an add-on that can be removed',
    addOns('remove', 'carried'),
    {
      code: 'ADD_ON',
      group: 'fixNow',
      values: { addOns: 'Add-on remove' },
      steps: ['remove', 'again'],
    },
  ],
  [
    'an add-on that only support can remove',
    addOns('support', 'remove', 'separate'),
    {
      code: 'ADD_ON',
      group: 'support',
      values: { addOns: 'Add-on remove, Add-on support' },
      steps: ['remove', 'support', 'again'],
    },
  ],
  [
    'a channel that sees an add-on',
    refused('SubscriptionAddOnsPresent'),
    {
      code: 'ADD_ON',
      group: 'fixNow',
      values: { context: 'unnamed' },
      steps: ['remove', 'again'],
    },
  ],
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
        period: { ...subscription.period, start: '2026-11-17' },
      },
      24,
      'MCA',
    ),
    merging(['enough', 'takeOver', 'cancelInWindow', 'again'], 2, 24),
  ],
  [
    'the same product twice, under the newer agreement, after the days in which money is returned',
    twice({ quantity: 2, period: { ...subscription.period, start: '2026-11-16' } }, 24, 'MCA'),
    merging(['enough', 'stopRenewal', 'again'], 2, 24),
  ],
  [
    'a channel that sees the same services twice',
    refused('ConflictingServiceTypes'),
    {
      code: 'DUPLICATE_PRODUCT',
      group: 'fixNow',
      values: { context: 'unnamed' },
      steps: ['compare', 'again'],
    },
  ],
];

/** What looks like one of these reasons and is none. */
export const clearTenantCases: [what: string, change: Partial<Facts>][] = [
  ['add-ons that follow, are contained or stay', addOns('carried', 'included', 'separate')],
  [
    'a change of the customer’s own',
    owning({ scheduledChange: { on: '2026-12-01', by: 'customer' } }),
  ],
  ['the same product, given up', twice({ status: 'canceled' })],
  ['another product', { otherPlans: ['Office 365 E3'] }],
];
