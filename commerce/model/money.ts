/** Money is always an integer of minor units (cents, öre); nothing here ever holds a fraction. */
import { z } from 'zod';

export const currencySchema = z.enum(['USD', 'EUR', 'SEK']);
export type Currency = z.infer<typeof currencySchema>;

export const moneySchema = z.object({ amount: z.int(), currency: currencySchema });
/** An amount in minor units of one currency, before tax. May be negative (a credit). */
export type Money = z.infer<typeof moneySchema>;

export function money(amount: number, currency: Currency): Money {
  return { amount, currency };
}

/** `amount × numerator / denominator`, rounded once, half away from zero (R95: one rounding a line). */
export function prorate(amount: number, numerator: number, denominator: number): number {
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const negative = product < 0n !== divisor < 0n;
  const top = product < 0n ? -product : product;
  const bottom = divisor < 0n ? -divisor : divisor;
  const rounded = Number((top * 2n + bottom) / (bottom * 2n));
  return negative && rounded !== 0 ? -rounded : rounded;
}
