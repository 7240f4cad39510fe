/** What the simulated sales channel offers: to whom, and on which terms. */
import type { Agreement } from '../../commerce/model/account.ts';
import type { PriceBook } from '../../commerce/model/catalog.ts';
import type { Currency } from '../../commerce/model/money.ts';
import type { PurchaseTerms } from '../../commerce/model/terms.ts';
import type { Offer } from '../../commerce/ports/seller.ts';
import { skus } from '../tenant/skus.ts';

/**
 * Products offered as an upgrade of each product. Wider than what keeps the data safe, as real
 * channels are: the caller has to leave out what loses data (R15).
 */
export const upgradePaths: Readonly<Record<string, readonly string[]>> = {
  [skus.businessBasic]: [
    skus.businessStandard,
    skus.businessPremium,
    skus.office365E1,
    skus.office365E3,
    skus.microsoft365E3,
    skus.appsForBusiness,
  ],
  [skus.businessStandard]: [
    skus.businessPremium,
    skus.office365E1,
    skus.office365E3,
    skus.office365E5,
    skus.microsoft365E3,
    skus.microsoft365E5,
    skus.appsForEnterprise,
  ],
  [skus.businessPremium]: [
    skus.office365E3,
    skus.office365E5,
    skus.microsoft365E3,
    skus.microsoft365E5,
  ],
  [skus.appsForBusiness]: [
    skus.businessStandard,
    skus.businessPremium,
    skus.appsForEnterprise,
    skus.office365E3,
    skus.office365E5,
  ],
  [skus.appsForEnterprise]: [skus.office365E3, skus.microsoft365E3, skus.microsoft365E5],
  [skus.office365E1]: [
    skus.office365E3,
    skus.office365E5,
    skus.microsoft365E3,
    skus.microsoft365E5,
    skus.businessPremium,
  ],
  [skus.office365E3]: [skus.office365E5, skus.microsoft365E3, skus.microsoft365E5],
  [skus.office365E5]: [skus.microsoft365E5],
  [skus.office365F3]: [skus.microsoft365F3, skus.office365E1, skus.office365E3],
  [skus.microsoft365E3]: [skus.microsoft365E5],
  [skus.microsoft365F1]: [skus.microsoft365F3, skus.microsoft365E3],
  [skus.microsoft365F3]: [skus.office365E3, skus.microsoft365E3, skus.microsoft365E5],
  [skus.exchangePlan1]: [skus.exchangePlan2, skus.businessBasic, skus.businessStandard],
  [skus.exchangePlan2]: [skus.office365E3, skus.microsoft365E3],
  [skus.sharePointPlan1]: [skus.sharePointPlan2, skus.businessBasic],
  [skus.oneDrivePlan1]: [skus.businessBasic, skus.businessStandard],
};

const monthOrYear: PurchaseTerms[] = [
  { term: 'P1Y', billing: 'monthly' },
  { term: 'P1Y', billing: 'annual' },
  { term: 'P1M', billing: 'monthly' },
];
const upToThreeYears: PurchaseTerms[] = [
  ...monthOrYear,
  { term: 'P3Y', billing: 'monthly' },
  { term: 'P3Y', billing: 'annual' },
  { term: 'P3Y', billing: 'triennial' },
];

/** The older agreement knows months and years only (R53). */
const termsOf: Record<Agreement, PurchaseTerms[]> = {
  MOSA: monthOrYear,
  MCA: upToThreeYears,
  CSP: upToThreeYears,
};

export interface OfferRequest {
  skuIds: readonly string[];
  agreement: Agreement;
  currency: Currency;
  /** ISO day in the account's time zone. */
  on: string;
  prices: PriceBook;
}

/** The given products as offers, on the terms that have a price on that day. */
export function offersOf(request: OfferRequest): Offer[] {
  const { agreement, currency, on, prices } = request;
  return request.skuIds
    .map((skuId) => ({
      skuId,
      purchaseTerms: termsOf[agreement].filter(
        ({ term, billing }) => prices.price({ skuId, currency, on, term, billing }) !== undefined,
      ),
    }))
    .filter((offer) => offer.purchaseTerms.length > 0);
}
