/** Links to the page of an order: signed, made for one person of one tenant, good for some minutes. */
import { z } from 'zod';
import { SignedTexts } from '../../commerce/base/signedText.ts';
import { orderPageMinutes } from '../../commerce/model/policyValues.ts';
import { type Locale, locales } from '../../locales/localiser.ts';

/** Short names: all of it stands in an address. */
const claimsSchema = z.object({
  o: z.string(),
  t: z.string(),
  u: z.string(),
  l: z.enum(locales),
  /** Milliseconds since 1970. */
  e: z.int(),
});

export interface PageAsked {
  orderId: string;
  tenantId: string;
  userId: string;
  locale: Locale;
}

export class OrderLinks {
  readonly #texts: SignedTexts;

  /** @param secret that processes which serve the same tenants share */
  constructor(secret: string) {
    this.#texts = new SignedTexts(secret, 'order page 1');
  }

  issue({ orderId, tenantId, userId, locale }: PageAsked, now: Temporal.Instant): string {
    const e = now.add({ minutes: orderPageMinutes }).epochMilliseconds;
    return this.#texts.write({ o: orderId, t: tenantId, u: userId, l: locale, e });
  }

  /** @returns undefined for what we never issued, and for what is too old */
  read(key: string, now: Temporal.Instant): PageAsked | undefined {
    const { data } = claimsSchema.safeParse(this.#texts.read(key));
    if (!data || data.e < now.epochMilliseconds) return undefined;
    return { orderId: data.o, tenantId: data.t, userId: data.u, locale: data.l };
  }
}
