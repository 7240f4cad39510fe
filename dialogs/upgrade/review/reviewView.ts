/** What the review shows of a quote. */

import type { ReviewView } from '../../../cards/upgrade/review/reviewView.ts';
import { addBusinessDays } from '../../../commerce/base/businessDays.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { compare } from '../../../commerce/catalog/targets.ts';
import {
  type BillingAccount,
  knownPaymentMethods,
  zoneOf,
} from '../../../commerce/model/account.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import { money } from '../../../commerce/model/money.ts';
import { chargesIn, creditCheckDays } from '../../../commerce/model/policyValues.ts';
import type { Quote } from '../../../commerce/model/quote.ts';
import { isKnown } from '../../../commerce/model/unknown.ts';
import type { OrderRepository } from '../../../commerce/ports/repositories.ts';
import type { Seller } from '../../../commerce/ports/seller.ts';
import { declinedMethods } from '../../../commerce/quote/paymentMethods.ts';
import type { Localiser } from '../../../locales/localiser.ts';
import { planName } from '../../step/planName.ts';
import { type TenantTimeNeeds, tenantTime } from '../../step/tenantTime.ts';
import { invoiceOf } from './explainQuote.ts';

export interface ReviewViewNeeds extends TenantTimeNeeds {
  catalog: Catalog;
  seller: Pick<Seller, 'billingAccount' | 'capabilities'>;
  orders: Pick<OrderRepository, 'listByTenant'>;
}

/** @throws account.unknown-method when the quote's way to pay is on the account no more */
export async function reviewView(
  needs: ReviewViewNeeds,
  l: Localiser,
  quote: Quote,
): Promise<ReviewView> {
  const { catalog } = needs;
  const [account, now, orders, { withdraw, checksCredit }] = await Promise.all([
    needs.seller.billingAccount(quote.tenantId),
    needs.clock.now(quote.tenantId),
    needs.orders.listByTenant(quote.tenantId),
    needs.seller.capabilities(quote.tenantId, quote.subscriptionId),
  ]);
  const payment = knownPaymentMethods(account).find(({ id }) => id === quote.paymentMethodId);
  if (!payment && quote.paymentMethodId !== undefined) {
    throw new UpgraderaError('account.unknown-method', quote.paymentMethodId);
  }
  const creditCheck = quote.creditCheck && checksCredit;
  const { today, timeZone } = tenantTime(now.toString(), zoneOf(account));
  const nameOf = (skuId: string): string => planName(catalog, skuId, l);
  return {
    sourceName: nameOf(quote.sourceSkuId),
    targetName: nameOf(quote.targetSkuId),
    quote: { ...quote, creditCheck },
    takesBack: withdraw !== undefined,
    addOns: quote.addOns.map((addOn) => ({ ...addOn, name: nameOf(addOn.skuId) })),
    ...(payment ? { payment } : {}),
    timeZone,
    featuresLost: compare(catalog.plan(quote.sourceSkuId), catalog.plan(quote.targetSkuId))
      .featuresLost,
    ...commitmentOf(quote, today),
    ...invoiceOf(quote, today),
    ...(creditCheck && isKnown(account.soldTo)
      ? { creditCheckBy: addBusinessDays(today, creditCheckDays, account.soldTo.country) }
      : {}),
    ...declinedBefore(quote, account, declinedMethods(orders, quote.subscriptionId)),
  };
}

/** A term of several charges is a promise to pay them all. */
function commitmentOf(
  { term, billing, perPeriod, currency }: Quote,
  today: string,
): Pick<ReviewView, 'commitment'> {
  const charges = chargesIn(term, billing);
  if (charges <= 1) return {};
  const until = Temporal.PlainDate.from(today).add(Temporal.Duration.from(term)).toString();
  return { commitment: { total: money(perPeriod * charges, currency), until } };
}

function declinedBefore(
  { paymentMethodId }: Quote,
  { defaultPaymentMethodId }: BillingAccount,
  declined: string[],
): Pick<ReviewView, 'declinedBefore'> {
  const isDeclined = (id: string | undefined): boolean => id !== undefined && declined.includes(id);
  if (isDeclined(paymentMethodId)) return { declinedBefore: 'again' };
  return isDeclined(defaultPaymentMethodId) ? { declinedBefore: 'avoided' } : {};
}
