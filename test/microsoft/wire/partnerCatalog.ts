/** How the wire server names what is sold, and a price sheet of it as Partner Center exports it. */
import { loadCatalog } from '../../../commerce/catalog/loadCatalog.ts';
import { loadPriceBook } from '../../../commerce/catalog/loadPriceBook.ts';
import { chargesIn } from '../../../commerce/model/policyValues.ts';
import { billingCycleSchema, termSchema } from '../../../commerce/model/terms.ts';

const catalog = loadCatalog();
const prices = loadPriceBook();

export const productOf = (skuId: string): string => `CFQ7TTC0${skuId.slice(0, 8).toUpperCase()}`;

export const skuIdOfProduct = (product: string): string | undefined =>
  catalog.plans.find(({ skuId }) => productOf(skuId) === product)?.skuId;

const header =
  'ChangeIndicator,ProductTitle,ProductId,SkuId,SkuTitle,Publisher,SkuDescription,UnitOfMeasure,' +
  'TermDuration,BillingPlan,Market,Currency,UnitPrice,PricingTierRangeMin,PricingTierRangeMax,' +
  'EffectiveStartDate,EffectiveEndDate,Tags,ERP Price,Segment';

const terms = termSchema.options.flatMap((term) =>
  billingCycleSchema.options.map((billing) => ({
    term,
    billing,
    charges: chargesIn(term, billing),
  })),
);

const decimal = (minor: number): string => (minor / 100).toFixed(2);

/**
 * At the prices that simulated tenants pay; the partner pays four fifths.
 * @param leaveOut products without a price
 */
export function priceSheetCsv({
  market,
  currency,
  leaveOut = [],
}: {
  market: string;
  currency: 'SEK' | 'EUR' | 'USD';
  leaveOut?: string[];
}): string {
  const rows = catalog.plans
    .filter(({ skuId }) => !leaveOut.includes(skuId))
    .flatMap(({ skuId, name, segment }) =>
      terms.flatMap(({ term, billing, charges }) => {
        const now = prices.price({ skuId, currency, term, billing, on: '2026-11-23' });
        if (!now || charges === 0) return [];
        const whole = now.amount * charges;
        const [title, plan] = [`"${name}"`, billing[0]?.toUpperCase() + billing.slice(1)];
        const kind =
          segment === 'nonprofit' ? 'Charity' : segment[0]?.toUpperCase() + segment.slice(1);
        return [
          `Unchanged,${title},${productOf(skuId)},1,${title},Microsoft,"Of ""${name}"", a plan",Licenses,` +
            `${term},${plan},${market},${currency},${decimal(Math.round(whole * 0.8))},,,` +
            `2023-01-01T00:00:00.0000000Z,9999-12-30T00:00:00.0000000Z,License,${decimal(whole)},${kind}`,
        ];
      }),
    );
  return `\uFEFF${[header, ...rows].join('\r\n')}\r\n`;
}
