/** Reasons that follow from what kind of subscription, plan or organisation it is. */
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import { money } from '../../../commerce/model/money.ts';
import { rolesOfPerson } from '../../../commerce/model/role.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { account, clearFacts } from '../../support/tenant/clearFacts.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';
import type { ReasonCase } from './diagnose.cases.ts';

const owning = (rest: Partial<Facts['subscription']>) => {
  const subscription = { ...clearFacts.subscription, ...rest };
  return { subscription, subscriptions: [subscription] };
};
const refused = (code: string) => ({ refusals: [{ code, description: '' }] });
const nothingOffered = { targets: { targets: [], excluded: [] } };
const planned = (skuId: string) => ({ plan: catalog.plan(skuId) });
/** A year from 23 May 2026, of which half is over. */
const paidAhead = owning({
  prepaid: true,
  billing: 'annual',
  period: { start: '2026-05-23', end: '2027-05-23', charge: money(365_000, 'SEK') },
  renewsOn: '2027-05-23',
});
const prepaid = {
  code: 'PREPAID',
  group: 'manual',
  values: { until: '2027-05-23', unused: money(181_000, 'SEK') },
  recheckAt: '2027-05-22T22:00:00Z',
} as const;

export const kindCases: ReasonCase[] = [
  [
    'a year paid in advance for which nothing is offered',
    { ...paidAhead, ...nothingOffered },
    prepaid,
  ],
  [
    'a year paid in advance that the channel refuses for that',
    { ...paidAhead, ...nothingOffered, ...refused('PrepaidNotSupported') },
    prepaid,
  ],
  [
    'a trial',
    owning({ trial: true }),
    { code: 'TRIAL', group: 'fixNow', values: { until: '2027-07-14' } },
  ],
  [
    'a trial for which nothing is offered',
    { ...owning({ trial: true }), ...nothingOffered },
    { code: 'TRIAL', group: 'fixNow', values: { until: '2027-07-14' } },
  ],
  [
    'a product whose sale ends today',
    owning({ endOfSale: '2026-11-23' }),
    { code: 'END_OF_SALE', group: 'manual', values: { day: '2026-11-23' } },
  ],
  [
    'a channel that does not sell the product any more',
    { ...nothingOffered, ...refused('EndOfSale') },
    { code: 'END_OF_SALE', group: 'manual', values: { context: 'undated' } },
  ],
  [
    'a product key',
    owning({ soldBy: 'productKey' }),
    { code: 'PRODUCT_KEY', group: 'manual', values: { until: '2027-07-14' } },
  ],
  [
    'a partner who sold it',
    owning({ soldBy: 'partner' }),
    { code: 'PARTNER_MANAGED', group: 'support', values: {} },
  ],
  [
    'an account of a partner',
    { account: { ...account, agreement: 'CSP' } },
    { code: 'PARTNER_MANAGED', group: 'support', values: {} },
  ],
  [
    'a partner who is gone',
    owning({ soldBy: 'formerPartner' }),
    { code: 'PARTNER_MANAGED', group: 'manual', values: { context: 'former' } },
  ],
  [
    'a partner without permissions',
    { ...nothingOffered, ...refused('DelegatedAdminPermissionsDisabled') },
    { code: 'PARTNER_MANAGED', group: 'support', values: {} },
  ],
  [
    'an account of a government',
    { account: { ...account, segment: 'government' } },
    { code: 'GOVERNMENT_OR_NONPROFIT', group: 'manual', values: { context: 'government' } },
  ],
  [
    'a plan for charities on a commercial account',
    planned(skus.businessPremiumNonprofit),
    { code: 'GOVERNMENT_OR_NONPROFIT', group: 'manual', values: { context: 'nonprofit' } },
  ],
  [
    'a plan of an older generation',
    { ...planned(skus.office365Midsize), ...nothingOffered },
    {
      code: 'LEGACY_PLAN',
      group: 'support',
      values: { plan: catalog.plan(skus.office365Midsize).name },
    },
  ],
  [
    'as many users as the limit of the older agreement',
    owning({ assigned: 3000, quantity: 3000 }),
    {
      ...{ code: 'TOO_MANY_ASSIGNED', group: 'manual', values: { assigned: 3000, cap: 3000 } },
      toFree: 1,
    },
  ],
  [
    'a channel that says no without a reason',
    { ...nothingOffered, ...refused('NotEligible') },
    { code: 'NOT_ELIGIBLE', group: 'manual', values: {} },
  ],
];

/** What looks like one of these reasons and is none. */
export const clearKindCases: [what: string, change: Partial<Facts>][] = [
  ['a year paid in advance with an automatic path', paidAhead],
  ['a sale that ends tomorrow', owning({ endOfSale: '2026-11-24' })],
  ['a self-service purchase', owning({ soldBy: 'selfService' })],
  [
    'what the partner sold in whose name we order',
    { ...owning({ soldBy: 'thisPartner' }), account: { ...account, agreement: 'CSP' } },
  ],
  ['one user below the limit', owning({ assigned: 2999, quantity: 3000 })],
  [
    'ten thousand users under the newer agreement',
    {
      ...owning({ assigned: 10_000, quantity: 10_000 }),
      account: { ...account, agreement: 'MCA' },
      roles: rolesOfPerson(['billing-account-owner']),
    },
  ],
  ['a school', { account: { ...account, segment: 'education' } }],
];
