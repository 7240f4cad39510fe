import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { Reason } from '../../../commerce/diagnosis/reason.ts';
import { money } from '../../../commerce/model/money.ts';
import { rolesOfPerson } from '../../../commerce/model/role.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { account, clearFacts, openOrder } from '../../support/tenant/clearFacts.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';

const owning = (rest: Partial<Facts['subscription']>) => {
  const subscription = { ...clearFacts.subscription, ...rest };
  return { subscription, subscriptions: [subscription] };
};
const refused = (...codes: string[]) => ({
  refusals: codes.map((code) => ({ code, description: '' })),
});
const offeredOnly = (...excluded: [skuId: string, why: 'seatCap' | 'dataLoss'][]) => ({
  targets: {
    targets: [],
    excluded: excluded.map(([skuId, why]) => ({ plan: catalog.plan(skuId), why })),
  },
});
const owing = (kind: 'card' | 'invoice', amount = 297_000) => ({
  account: { ...account, overdue: money(amount, 'SEK'), defaultPaymentMethodId: kind },
});
const underMca = { account: { ...account, agreement: 'MCA' as const } };
const nothingOffered = offeredOnly();

/** What differs from facts that nothing speaks against, and the reason that follows. */
export type ReasonCase = [what: string, change: Partial<Facts>, expected: Partial<Reason>];

export const reasonCases: ReasonCase[] = [
  [
    'one user more than licences',
    owning({ assigned: 26 }),
    {
      code: 'LICENSE_CONFLICT',
      group: 'fixNow',
      values: { assigned: 26, quantity: 25, excess: 1 },
      steps: ['buy', 'unassign', 'delete', 'again'],
      toFree: 1,
    },
  ],
  [
    'an overdue card payment',
    owing('card'),
    {
      code: 'UNPAID_BALANCE',
      group: 'fixNow',
      values: { overdue: money(297_000, 'SEK'), context: 'card' },
    },
  ],
  [
    'an overdue invoice of one öre',
    owing('invoice', 1),
    {
      code: 'UNPAID_BALANCE',
      group: 'fixNow',
      values: { overdue: money(1, 'SEK'), context: 'invoice' },
    },
  ],
  ...(['expired', 'disabled', 'suspended', 'canceled'] as const).map(
    (status): ReasonCase => [
      `a subscription that is ${status}`,
      owning({ status }),
      { code: 'NOT_ACTIVE', group: 'fixNow', values: { context: status } },
    ],
  ),
  [
    'a deleted subscription',
    owning({ status: 'deleted' }),
    { code: 'NOT_ACTIVE', group: 'manual', values: { context: 'deleted' } },
  ],
  [
    'a status that nobody knows',
    owning({ status: 'unknown' }),
    { code: 'NOT_ACTIVE', group: 'support', values: { context: 'unknown' } },
  ],
  [
    'a channel that does not see the subscription as active',
    { ...nothingOffered, ...refused('SubscriptionStatusNotActive') },
    { code: 'NOT_ACTIVE', group: 'support', values: { context: 'active' } },
  ],
  [
    'a cap that closes everything on offer',
    offeredOnly([skus.businessPremium, 'seatCap'], [skus.appsForBusiness, 'dataLoss']),
    { code: 'SEAT_CAP', group: 'manual', values: { quantity: 25, cap: 300 } },
  ],
  [
    'a channel that says there are too many seats',
    { ...nothingOffered, ...refused('800067') },
    { code: 'SEAT_CAP', group: 'manual', values: { quantity: 25, context: 'unstated' } },
  ],
  [
    'nothing on offer',
    nothingOffered,
    { code: 'NO_SUPPORTED_TARGET', group: 'manual', values: {} },
  ],
  [
    'a channel that knows no upgrade',
    { ...nothingOffered, ...refused('SubscriptionDoesNotHaveAnyTransitionedPaths') },
    { code: 'NO_SUPPORTED_TARGET', group: 'manual', values: {} },
  ],
  [
    'offers that nobody has told a price of',
    {
      targets: {
        excluded: [],
        targets: clearFacts.targets.targets.map(({ offer, ...target }) => ({
          ...target,
          offer: { ...offer, purchaseTerms: [] },
        })),
      },
    },
    { code: 'NO_SUPPORTED_TARGET', group: 'support', values: { context: 'unpriced' } },
  ],
  [
    'offers that would all lose data',
    offeredOnly([skus.appsForBusiness, 'dataLoss']),
    { code: 'NO_SUPPORTED_TARGET', group: 'manual', values: { context: 'dataLoss' } },
  ],
  [
    'refusals that nobody knows, each told once',
    { ...nothingOffered, ...refused('900999', 'Weird', '900999') },
    {
      code: 'UNKNOWN_REASON',
      group: 'support',
      values: { codes: '900999, Weird' },
      recheckAt: '2026-11-23T13:00:00Z',
    },
  ],
  [
    'a refusal that nobody knows, in its own words',
    {
      ...nothingOffered,
      refusals: [{ code: 'Other', description: ' The request\ncan’t be processed. ' }],
    },
    {
      code: 'UNKNOWN_REASON',
      group: 'support',
      recheckAt: '2026-11-23T13:00:00Z',
      values: { codes: 'Other', said: 'The request can’t be processed.', context: 'said' },
    },
  ],
  [
    'a person who may not buy',
    {
      roles: rolesOfPerson([
        'license-admin',
        'user-admin',
        'support-admin',
        'reader',
        'billing-account-owner',
      ]),
    },
    { code: 'INSUFFICIENT_ROLE', group: 'colleague', values: { context: 'MOSA' } },
  ],
  [
    'a global admin without a role on the billing account of the newer agreement',
    { ...underMca, roles: rolesOfPerson(['global-admin', 'billing-admin']) },
    { code: 'INSUFFICIENT_ROLE', group: 'colleague', values: { context: 'MCA' } },
  ],
  [
    'an order that is under way',
    { openOrders: [openOrder] },
    {
      code: 'UPGRADE_IN_PROGRESS',
      group: 'wait',
      values: { order: 'UPG-0A1B2C3D' },
      recheckAt: '2026-11-23T12:10:00Z',
    },
  ],
  [
    'an upgrade that somebody started elsewhere',
    { ...nothingOffered, ...refused('ConcurrencyConflicts') },
    {
      code: 'UPGRADE_IN_PROGRESS',
      group: 'wait',
      values: { context: 'elsewhere' },
      recheckAt: '2026-11-23T12:10:00Z',
    },
  ],
];

/** What looks like a reason and is none. */
export const clearCases: [what: string, change: Partial<Facts>][] = [
  ['facts that nothing speaks against', {}],
  ['as many users as licences', owning({ assigned: 25 })],
  ['a credit on the account', owing('card', -500)],
  [
    'a cap that leaves another plan',
    {
      targets: {
        targets: clearFacts.targets.targets,
        excluded: [{ plan: catalog.plan(skus.businessBasic), why: 'seatCap' }],
      },
    },
  ],
  ['a global admin under the older agreement', { roles: rolesOfPerson(['global-admin']) }],
  ...(
    [
      'billing-account-owner',
      'billing-account-contributor',
      'billing-profile-owner',
      'billing-profile-contributor',
    ] as const
  ).map((role): [string, Partial<Facts>] => [
    `a ${role} under the newer agreement`,
    { ...underMca, roles: rolesOfPerson([role]) },
  ]),
];
