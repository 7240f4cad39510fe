/** What is asked of Partner Center about a customer. */
import { z } from 'zod';
import { customerSchema, qualificationsSchema } from './customer.ts';
import { eligibilitiesSchema } from './eligibilities.ts';
import { insensitive } from './insensitive.ts';
import { subscriptionsSchema } from './subscriptions.ts';
import { transitionSchema } from './transitions.ts';

const ofCustomer = (tenantId: string): string => `/customers/${encodeURIComponent(tenantId)}`;
const ofSubscription = (tenantId: string, subscriptionId: string): string =>
  `${ofCustomer(tenantId)}/subscriptions/${encodeURIComponent(subscriptionId)}`;

export const customerRead = (tenantId: string) => ({
  operation: 'customer',
  path: ofCustomer(tenantId),
  answer: customerSchema,
});

export const qualificationsRead = (tenantId: string) => ({
  operation: 'qualifications',
  path: `${ofCustomer(tenantId)}/qualifications`,
  answer: qualificationsSchema,
});

export const subscriptionsRead = (tenantId: string) => ({
  operation: 'subscriptions',
  path: `${ofCustomer(tenantId)}/subscriptions`,
  answer: subscriptionsSchema,
});

export const eligibilitiesRead = (tenantId: string, subscriptionId: string) => ({
  operation: 'eligibilities',
  path: `${ofSubscription(tenantId, subscriptionId)}/transitionEligibilities?eligibilityType=immediate`,
  answer: eligibilitiesSchema,
});

/** With all that happened to each. */
export const transitionsRead = (tenantId: string, subscriptionId: string) => ({
  operation: 'transitions',
  path: `${ofSubscription(tenantId, subscriptionId)}/transitions`,
  answer: insensitive({ items: z.array(transitionSchema) }),
});

/** The order itself: there is no step after it. */
export const transitionCall = (tenantId: string, subscriptionId: string) => ({
  operation: 'transition',
  path: `${ofSubscription(tenantId, subscriptionId)}/transitions`,
  answer: transitionSchema,
});
