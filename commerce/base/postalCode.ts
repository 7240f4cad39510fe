/** Postal codes are written differently in each country; the one that is sold to must be right. */
import postalCodes from 'validator/lib/isPostalCode.js';

/** @param country ISO 3166-1 alpha-2. A country whose postal codes we don't know takes any. */
export function isPostalCode(code: string, country: string): boolean {
  const known = postalCodes.locales.find((locale) => locale === country);
  return known === undefined || postalCodes.default(code, known);
}
