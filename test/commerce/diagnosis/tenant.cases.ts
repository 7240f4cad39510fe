/** Reasons that follow from what else there is and happens in the tenant. */

import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { Subscription } from '../../../commerce/model/subscription.ts';
import type { AddOnFate } from '../../../commerce/quote/addOns.ts';
import { clearFacts, openOrder } from '../../support/tenant/clearFacts.ts';
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
      toFree: 2,
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
      toFree: 21,
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
];

/** What looks like one of these reasons and is none. */
export const clearTenantCases: [what: string, change: Partial<Facts>][] = [
  ['add-ons that follow, are contained or stay', addOns('carried', 'included', 'separate')],
  [
    'a change of the customer’s own',
    owning({ scheduledChange: { on: '2026-12-01', by: 'customer' } }),
  ],
  ['another product', { otherPlans: ['Office 365 E3'] }],
];
