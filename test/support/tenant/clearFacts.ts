import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type {
  Agreement,
  BillingAccount,
  PaymentMethod,
  Segment,
} from '../../../commerce/model/account.ts';
import { money } from '../../../commerce/model/money.ts';
import type { Order } from '../../../commerce/model/order.ts';
import type { ContractedSubscription, Subscription } from '../../../commerce/model/subscription.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { catalog, priceBook } from './simulatedTenant.ts';

const address = {
  name: 'Contoso Bygg AB',
  street: 'Hamngatan 4',
  city: 'Göteborg',
  postalCode: '411 08',
  country: 'SE',
};

export const account = {
  id: 'account',
  agreement: 'MOSA' as Agreement,
  segment: 'commercial' as Segment,
  currency: 'SEK',
  timeZone: 'Europe/Stockholm',
  soldTo: address,
  billedTo: { ...address, email: 'faktura@contoso.example' },
  paymentMethods: [
    { id: 'card', kind: 'card', hint: '4242' },
    { id: 'invoice', kind: 'invoice', hint: 'faktura@contoso.example' },
  ] as PaymentMethod[],
  defaultPaymentMethodId: 'card',
  invoiceFrom: money(250_000, 'SEK'),
  overdue: money(0, 'SEK'),
} satisfies BillingAccount;

type Contracted = ContractedSubscription & Pick<Subscription, 'assigned'>;

const subscription: Contracted = {
  id: 'subscription',
  skuId: skus.businessStandard,
  status: 'active',
  quantity: 25,
  assigned: 22,
  term: 'P1Y',
  billing: 'monthly',
  prepaid: false,
  period: { start: '2026-11-14', end: '2026-12-14', charge: money(349_125, 'SEK') },
  renewsOn: '2027-07-14',
  autoRenew: true,
};

const premium = catalog.plan(skus.businessPremium);

/** Facts with which nothing stands in the way of an upgrade. */
export const clearFacts: Omit<Facts, 'subscription'> & { subscription: Contracted } = {
  now: '2026-11-23T12:00:00Z',
  account,
  roles: { entra: ['billing-admin'], billing: [] },
  subscriptions: [subscription],
  subscription,
  plan: catalog.plan(skus.businessStandard),
  targets: {
    targets: [
      {
        plan: premium,
        offer: { skuId: premium.skuId, purchaseTerms: [{ term: 'P1Y', billing: 'monthly' }] },
        comparison: { higher: [], same: [], lost: [], featuresGained: [], featuresLost: [] },
      },
    ],
    excluded: [],
  },
  priceBook,
  refusals: [],
  openOrders: [],
  declinedMethods: [],
  incidents: [],
  overAssigned: [],
  addOns: [],
  otherPlans: [],
};

export const openOrder: Order = {
  v: 1,
  id: 'UPG-0A1B2C3D',
  quoteId: 'quote',
  tenantId: 'tenant-1',
  conversation: 'conversation',
  placedBy: { userId: 'user-1', name: 'Alva' },
  subscriptionId: subscription.id,
  sourceSkuId: skus.businessStandard,
  targetSkuId: skus.businessPremium,
  quantity: 25,
  term: 'P1Y',
  billing: 'monthly',
  currency: 'SEK',
  dueToday: 0,
  creditToInvoice: 0,
  perPeriod: 0,
  paymentMethodId: 'card',
  clientRequestId: 'request',
  state: 'provisioning',
  revision: 1,
  users: { moved: 0, total: 22, failures: [] },
  placedAt: '2026-11-23T12:00:00Z',
  changedAt: '2026-11-23T12:00:00Z',
  failedAttempts: 0,
  audit: [],
  notices: [],
  cards: [],
};
