/** Who buys: the billing account, its addresses and payment methods (R4, R57, R61). */
import { z } from 'zod';
import { currencySchema, moneySchema } from './money.ts';
import { isKnown, orUnknownSchema } from './unknown.ts';

/** MOSA: legacy direct billing. MCA: modern direct billing. CSP: bought through a partner. */
export const agreementSchema = z.enum(['MOSA', 'MCA', 'CSP']);
export type Agreement = z.infer<typeof agreementSchema>;

export const segmentSchema = z.enum(['commercial', 'government', 'education', 'nonprofit']);
export type Segment = z.infer<typeof segmentSchema>;

export const addressSchema = z.object({
  name: z.string().min(1).max(120),
  street: z.string().min(1).max(120),
  city: z.string().min(1).max(80),
  postalCode: z.string().min(1).max(20),
  /** ISO 3166-1 alpha-2. Fixed by the tenant: it can't be changed at checkout (R61). */
  country: z.string().length(2),
});
export type Address = z.infer<typeof addressSchema>;

export const paymentMethodSchema = z.object({
  id: z.string(),
  kind: z.enum(['card', 'invoice']),
  /** What tells this method from the others, e.g. the last four digits. Never a full number. */
  hint: z.string(),
});
export type PaymentMethod = z.infer<typeof paymentMethodSchema>;

/** IANA time zone in which billing days begin and end, and in which dates are shown. */
export const timeZoneSchema = z.string();

export const billedToSchema = addressSchema.extend({ email: z.email() });
export type BilledTo = z.infer<typeof billedToSchema>;

export const billingAccountSchema = z.object({
  id: z.string(),
  agreement: orUnknownSchema(agreementSchema),
  segment: orUnknownSchema(segmentSchema),
  currency: currencySchema,
  /** Absent: not known. */
  timeZone: timeZoneSchema.optional(),
  soldTo: orUnknownSchema(addressSchema),
  billedTo: orUnknownSchema(billedToSchema),
  /** Where they are unknown, the order is paid as this customer pays now. */
  paymentMethods: orUnknownSchema(z.array(paymentMethodSchema).min(1)),
  /** Absent where the methods are unknown. */
  defaultPaymentMethodId: z.string().optional(),
  /** Orders whose first charge is at least this much may be paid by invoice (R59, R64). Absent: not known. */
  invoiceFrom: moneySchema.optional(),
  /** What is overdue now; zero when nothing is (R36). */
  overdue: orUnknownSchema(moneySchema),
});
export type BillingAccount = z.infer<typeof billingAccountSchema>;

/** The zone that days are counted in; where it is not known that of UTC, which every time then names. */
export function zoneOf({ timeZone = 'UTC' }: Pick<BillingAccount, 'timeZone'>): string {
  return timeZone;
}

/** Ways to pay that can be told apart; none where they are unknown. */
export function knownPaymentMethods({
  paymentMethods,
}: Pick<BillingAccount, 'paymentMethods'>): readonly PaymentMethod[] {
  return isKnown(paymentMethods) ? paymentMethods : [];
}
