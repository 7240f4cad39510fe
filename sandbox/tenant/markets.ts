/** Where simulated organisations are, and what follows from it for their billing account. */
import type { Currency } from '../../commerce/model/money.ts';

interface Market {
  currency: Currency;
  /** IANA. */
  timeZone: string;
  street: string;
  city: string;
  postalCode: string;
  billingEmail: string;
  /** Minor units: orders from this first charge on may be paid by invoice (R59). */
  invoiceFrom: number;
}

export const markets = {
  SE: {
    currency: 'SEK',
    timeZone: 'Europe/Stockholm',
    street: 'Hamngatan 4',
    city: 'Göteborg',
    postalCode: '411 08',
    billingEmail: 'faktura@contoso.example',
    invoiceFrom: 250_000,
  },
  DE: {
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    street: 'Hafenstraße 12',
    city: 'Hamburg',
    postalCode: '20457',
    billingEmail: 'rechnung@trey.example',
    invoiceFrom: 25_000,
  },
  US: {
    currency: 'USD',
    timeZone: 'America/New_York',
    street: '14 Harbor Street',
    city: 'Boston',
    postalCode: '02110',
    billingEmail: 'billing@fourth.example',
    invoiceFrom: 25_000,
  },
} as const satisfies Record<string, Market>;

/** ISO 3166-1 alpha-2. */
export type Country = keyof typeof markets;
