/** Plain and extreme pieces from which the sample views are made. */

import type { Comparison } from '../../../commerce/catalog/targets.ts';
import type { PricedPlan } from '../../../commerce/checkout/pricedPlans.ts';
import type { Address, BilledTo, PaymentMethod } from '../../../commerce/model/account.ts';
import { money } from '../../../commerce/model/money.ts';
import type { AuditEntry, Order, OrderState } from '../../../commerce/model/order.ts';
import { dataServiceSchema, type Plan } from '../../../commerce/model/plan.ts';
import type { Quote } from '../../../commerce/model/quote.ts';
import type { Subscription } from '../../../commerce/model/subscription.ts';
import en from '../../../locales/en-US.json' with { type: 'json' };

/** What a stranger may have typed as a name: long, with Markdown that must not come alive. */
export const hostileName = `[Åsa & Söner](https://evil.example) **fett** _${'ö'.repeat(70)}_`;

export const now = '2026-11-23T11:14:00Z';
export const timeZone = 'Europe/Stockholm';
export const guid = '3b555118-da6a-4418-894f-7df1e2096870';
export const longName =
  'Microsoft Teams Phone Standard for Small and Medium Business (no Teams) EEA';
export const seen = { asOf: now, timeZone };
export const names = {
  sourceName: 'Microsoft 365 Business Standard',
  targetName: 'Microsoft 365 E3',
};
export const longNames = { sourceName: longName, targetName: longName };
export const featureIds = Object.keys(en.features);

const services = dataServiceSchema.options;

function plan(name: string): Plan {
  return {
    skuId: guid,
    stringId: 'SPB',
    name,
    family: 'business',
    segment: 'commercial',
    kind: 'base',
    ranks: { EXCHANGE_MAILBOX: 3, EXCHANGE_ARCHIVE: 0, ONEDRIVE: 2, SHAREPOINT: 2, TEAMS: 1 },
    features: [],
    servicePlans: [],
  };
}

const plainComparison: Comparison = {
  higher: ['EXCHANGE_MAILBOX'],
  same: ['ONEDRIVE', 'SHAREPOINT', 'TEAMS'],
  lost: [],
  featuresGained: featureIds.slice(0, 3),
  featuresLost: [],
};

/** Half of all features gained, the other half lost. */
const fullComparison: Comparison = {
  higher: services.slice(0, 2),
  same: services.slice(2),
  lost: [],
  featuresGained: featureIds.slice(0, 20),
  featuresLost: featureIds.slice(20, 32),
};

export const plainItem: PricedPlan & { choice: string } = {
  plan: plan('Microsoft 365 Business Premium'),
  comparison: plainComparison,
  perLicence: money(2200, 'USD'),
  terms: { term: 'P1Y', billing: 'annual' },
  total: money(55_000, 'USD'),
  assumedPrice: false,
  choice: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46',
};

export const fullItem: PricedPlan & { choice: string } = {
  plan: plan(longName),
  comparison: fullComparison,
  perLicence: money(123_456_78, 'SEK'),
  terms: { term: 'P3Y', billing: 'triennial' },
  total: money(123_456_780_000, 'SEK'),
  assumedPrice: true,
  choice: guid,
};

export const subscription: Subscription = {
  id: 'sub-1',
  skuId: guid,
  status: 'active',
  quantity: 25,
  assigned: 22,
  term: 'P1Y',
  billing: 'monthly',
  prepaid: false,
  period: { start: '2026-11-01', end: '2026-12-01', charge: money(31_250, 'USD') },
  renewsOn: '2027-03-01',
  autoRenew: true,
};

export const address: Address = {
  name: 'Contoso AB',
  street: 'Storgatan 1',
  city: 'Stockholm',
  postalCode: '111 22',
  country: 'SE',
};

export const hostileAddress: Address = {
  name: hostileName.slice(0, 120),
  street: hostileName.slice(0, 120),
  city: hostileName.slice(0, 80),
  postalCode: '12345678901234567890',
  country: 'GB',
};

export const card: PaymentMethod = { id: 'pm-card', kind: 'card', hint: '•••• 4242' };
export const invoice: PaymentMethod = { id: 'pm-invoice', kind: 'invoice', hint: hostileName };
export const billedTo: BilledTo = {
  ...address,
  email: 'billing@contoso.example',
};

/** The first worked example of R98: prepaid, 265 of 365 days unused. */
export const quote: Quote = {
  v: 1,
  id: 'quote-1',
  tenantId: 'tenant-1',
  subscriptionId: 'sub-1',
  sourceSkuId: guid,
  targetSkuId: guid,
  quantity: 10,
  term: 'P1Y',
  billing: 'annual',
  currency: 'USD',
  lines: [
    { kind: 'newCharge', skuId: guid, quantity: 10, unitPrice: 26_400, amount: 264_000 },
    {
      kind: 'credit',
      skuId: guid,
      quantity: 10,
      unitPrice: 15_000,
      days: 265,
      ofDays: 365,
      amount: -108_904,
    },
  ],
  addOns: [],
  dueToday: 155_096,
  creditToInvoice: 0,
  perPeriod: 264_000,
  pricesOf: '2026-07-01',
  assumedPrice: false,
  soldTo: address,
  billedTo,
  paymentMethodId: 'pm-card',
  creditCheck: false,
  createdAt: now,
  expiresAt: '2026-11-23T12:14:00Z',
};

const way: OrderState[] = ['placed', 'creditCheck', 'provisioning', 'reassigning', 'cancellingOld'];

/** An order in `state` that came all the way there, from `last` when the state is a final one. */
export function orderIn(state: OrderState, last: OrderState = 'cancellingOld'): Order {
  const visited = way.slice(0, way.indexOf(way.includes(state) ? state : last) + 1);
  const states = way.includes(state) ? visited : [...visited, state];
  const audit = states.map(
    (to, index): AuditEntry => ({
      at: now,
      by: 'system',
      event: to,
      to,
      ...(index === 0 ? {} : { from: states[index - 1] as OrderState }),
    }),
  );
  return {
    v: 1,
    id: 'UPG-0A1B2C3D',
    quoteId: 'quote-1',
    tenantId: 'tenant-1',
    conversation: 'conversation-1',
    placedBy: { userId: 'user-1', name: 'Alva Ek' },
    subscriptionId: 'sub-1',
    sourceSkuId: guid,
    targetSkuId: guid,
    quantity: 25,
    term: 'P1Y',
    billing: 'annual',
    currency: 'USD',
    dueToday: 155_096,
    creditToInvoice: 0,
    perPeriod: 264_000,
    paymentMethodId: 'pm-card',
    clientRequestId: 'request-1',
    state,
    revision: states.length,
    users: { moved: 0, total: 0, failures: [] },
    placedAt: now,
    changedAt: now,
    failedAttempts: 0,
    audit,
    notices: [],
    cards: [],
  };
}

const failureReasons = [
  'CountViolation',
  'MutuallyExclusiveViolation',
  'DependencyViolation',
  'ProhibitedInUsageLocationViolation',
  'UniquenessViolation',
  'InheritedFromGroup',
  'constructor',
];

/** 40 users of 10,000 that could not be moved, with names of the worst kind. */
export const manyFailures: Order['users'] = {
  moved: 9960,
  total: 10_000,
  failures: Array.from({ length: 40 }, (_, index) => ({
    userName: `${index} ${hostileName}`,
    reason: failureReasons[index % failureReasons.length] as string,
  })),
};

/** Of a subscription whose seller tells nothing of how it is paid. */
export const unknownContract = {
  term: 'unknown',
  billing: 'unknown',
  prepaid: 'unknown',
  period: 'unknown',
  autoRenew: 'unknown',
} as const;
