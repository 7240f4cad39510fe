/** In which currency list prices are shown. It need not be that of the invoice, which nobody tells. */
import type { Currency } from '../../commerce/model/money.ts';

/** https://european-union.europa.eu/institutions-law-budget/euro/countries-using-euro_en */
const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ');

/** @param country ISO 3166-1 alpha-2, or unknown */
export function currencyIn(country: string): Currency {
  if (country === 'SE') return 'SEK';
  return euro.includes(country) ? 'EUR' : 'USD';
}
