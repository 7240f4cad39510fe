/** Who buys, as Partner Center knows a customer. */
import { z } from 'zod';
import {
  addressSchema,
  type BillingAccount,
  billedToSchema,
  type Segment,
} from '../../commerce/model/account.ts';
import type { Currency } from '../../commerce/model/money.ts';
import { insensitive } from './insensitive.ts';

const text = z.string().nullish();

/** https://learn.microsoft.com/partner-center/developer/customer-resources */
export const customerSchema = insensitive({
  billingProfile: insensitive({
    companyName: text,
    email: text,
    defaultAddress: insensitive({
      country: z.string().regex(/^[A-Za-z]{2}$/),
      city: text,
      addressLine1: text,
      postalCode: text,
    }),
  }),
});
export type Customer = z.infer<typeof customerSchema>;

/** https://learn.microsoft.com/partner-center/developer/get-customer-qualification-asynchronous */
export const qualificationsSchema = z.preprocess(
  (answer) => (Array.isArray(answer) ? { items: answer } : answer),
  insensitive({
    items: z.array(insensitive({ qualification: z.string(), vettingStatus: text })),
  }),
);
type Qualifications = z.infer<typeof qualificationsSchema>;

const segments: Readonly<Record<string, Segment>> = {
  education: 'education',
  governmentcommunitycloud: 'government',
  stateownedentity: 'commercial',
  nonprofit: 'nonprofit',
  none: 'commercial',
};

/** What was applied for and not granted gives nothing. */
export function segmentOf({ items }: Qualifications): Segment {
  const granted = items.filter(
    ({ vettingStatus }) => !vettingStatus || /^approved$/i.test(vettingStatus.trim()),
  );
  const known = granted.map(({ qualification }) => segments[qualification.toLowerCase()]);
  return known.find((segment) => segment && segment !== 'commercial') ?? 'commercial';
}

/** In capitals. */
export function countryOf({ billingProfile }: Customer): string {
  return billingProfile.defaultAddress.country.toUpperCase();
}

export interface AccountFacts {
  tenantId: string;
  customer: Customer;
  segment: Segment;
  /** In which this customer pays the partner. */
  currency: Currency;
}

/** How a customer pays, and what is overdue, the partner knows and Partner Center does not. */
export function accountOf({ tenantId, customer, segment, currency }: AccountFacts): BillingAccount {
  const { companyName, email, defaultAddress } = customer.billingProfile;
  const soldTo = addressSchema.safeParse({
    name: companyName,
    street: defaultAddress.addressLine1,
    city: defaultAddress.city,
    postalCode: defaultAddress.postalCode,
    country: countryOf(customer),
  }).data;
  const billedTo = billedToSchema.safeParse({ ...soldTo, email }).data;
  return {
    id: tenantId,
    agreement: 'CSP',
    segment,
    currency,
    soldTo: soldTo ?? 'unknown',
    billedTo: billedTo ?? 'unknown',
    paymentMethods: 'unknown',
    overdue: 'unknown',
  };
}
