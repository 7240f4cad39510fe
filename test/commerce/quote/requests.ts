/** Builders of quote requests: a postpaid month and a prepaid year, to be bent by each test. */

import { loadCatalog } from '../../../commerce/catalog/loadCatalog.ts';
import { loadPriceBook } from '../../../commerce/catalog/loadPriceBook.ts';
import type { PriceBook } from '../../../commerce/model/catalog.ts';
import type { Currency } from '../../../commerce/model/money.ts';
import type { QuoteRequest } from '../../../commerce/quote/computeQuote.ts';
import type { SimulatedSubscription } from '../../support/tenant/simulatedTenant.ts';
import { sku } from '../catalog/skus.ts';

const catalog = loadCatalog();

/** Every product costs this much per licence and charge, published on 1 January. */
export function fixedPrice(amount: number): PriceBook {
  return { price: () => ({ amount, validFrom: '2026-01-01', assumed: false }) };
}

export function subscription(
  charge: number,
  currency: Currency,
  changes: Partial<SimulatedSubscription> = {},
): SimulatedSubscription {
  const start = changes.period?.start ?? '2026-01-01';
  const end = changes.period?.end ?? '2027-01-01';
  return {
    id: 'sub-1',
    skuId: sku.businessStandard,
    status: 'active',
    quantity: 10,
    assigned: 10,
    term: 'P1Y',
    billing: 'annual',
    prepaid: true,
    renewsOn: end,
    autoRenew: true,
    ...changes,
    period: { start, end, charge: { amount: charge, currency } },
  };
}

export function quoteRequest(
  from: SimulatedSubscription,
  changes: Partial<QuoteRequest> = {},
): QuoteRequest {
  const soldTo = { name: 'A', street: 'B 1', city: 'C', postalCode: '1', country: 'SE' };
  const billedTo = { ...soldTo, email: 'a@b.example' };
  const { currency } = from.period.charge;
  return {
    id: 'q-1',
    tenantId: 't-1',
    subscription: from,
    addOns: [],
    source: catalog.plan(from.skuId),
    target: catalog.plan(sku.businessPremium),
    quantity: from.quantity,
    term: 'P1Y',
    billing: 'annual',
    account: {
      id: 'a-1',
      agreement: 'MCA',
      segment: 'commercial',
      currency,
      timeZone: 'Europe/Stockholm',
      soldTo,
      billedTo,
      paymentMethods: [
        { id: 'card', kind: 'card', hint: '4242' },
        { id: 'invoice', kind: 'invoice', hint: '' },
      ],
      defaultPaymentMethodId: 'card',
      invoiceFrom: { amount: 0, currency },
      overdue: { amount: 0, currency },
    },
    priceBook: loadPriceBook(),
    today: '2026-04-11',
    createdAt: Temporal.Instant.from('2026-04-11T08:00:00Z'),
    soldTo,
    billedTo,
    paymentMethodId: 'card',
    ...changes,
  };
}

export const planOf = (skuId: string) => catalog.plan(skuId);
