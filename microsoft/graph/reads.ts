/**
 * What is read of a tenant, property by property. Types and names are those of the published metadata:
 * https://github.com/microsoftgraph/msgraph-metadata. Enumerations are open: Graph adds to them.
 */
import { z } from 'zod';
import type { Read } from './read.ts';

/** Ids come in either case. */
const id = z.guid().transform((value) => value.toLowerCase());
const text = z.string().nullish();
const count = z.int().nonnegative().nullish();

export const organisationSchema = z.object({ displayName: text, countryLetterCode: text });

export const skuSchema = z.object({
  skuId: id,
  appliesTo: text,
  consumedUnits: count,
  prepaidUnits: z.object({ enabled: count, warning: count }).nullish(),
});

/** Services of a product, by the names that its table has for them. */
export const skuPlansSchema = z.object({
  skuId: id,
  servicePlans: z
    .array(z.object({ servicePlanId: id.nullish(), servicePlanName: text, appliesTo: text }))
    .nullish(),
});

export const companySubscriptionSchema = z.object({
  id: z.string(),
  commerceSubscriptionId: text,
  skuId: id,
  status: text,
  totalLicenses: count,
  isTrial: z.boolean().nullish(),
  nextLifecycleDateTime: z.iso.datetime({ offset: true }).nullish(),
  ownerTenantId: text,
  serviceStatus: z.array(z.object({ servicePlanName: text, provisioningStatus: text })).nullish(),
});
export type CompanySubscription = z.infer<typeof companySubscriptionSchema>;

export const userSchema = z.object({
  id: z.string(),
  displayName: text,
  userPrincipalName: text,
  licenseAssignmentStates: z
    .array(
      z.object({
        skuId: id.nullish(),
        state: text,
        error: text,
        assignedByGroup: text,
        disabledPlans: z.array(id).nullish(),
        lastUpdatedDateTime: z.iso.datetime({ offset: true }).nullish(),
      }),
    )
    .nullish(),
});
export type GraphUser = z.infer<typeof userSchema>;

/** `Member` or `Guest`: https://learn.microsoft.com/entra/external-id/user-properties */
export const personSchema = z.object({ id, userType: text });

export const roleSchema = z.object({ roleTemplateId: text });

export const healthSchema = z.object({
  service: z.string(),
  status: z.string(),
  issues: z
    .array(
      z.object({
        id: z.string(),
        service: z.string(),
        classification: z.string(),
        status: z.string(),
        isResolved: z.boolean(),
      }),
    )
    .nullish(),
});

/** Exactly what the schema reads. */
export const select = (schema: z.ZodObject): string =>
  `$select=${Object.keys(schema.shape).join(',')}`;

export const organisationRead: Read<z.infer<typeof organisationSchema>> = {
  operation: 'organization',
  path: `/organization?${select(organisationSchema)}`,
  item: organisationSchema,
};

export const skusRead: Read<z.infer<typeof skuSchema>> = {
  operation: 'subscribedSkus',
  path: `/subscribedSkus?${select(skuSchema)}`,
  item: skuSchema,
};

export const skuPlansRead: Read<z.infer<typeof skuPlansSchema>> = {
  operation: 'services of products',
  path: `/subscribedSkus?${select(skuPlansSchema)}`,
  item: skuPlansSchema,
};

/** Every commercial subscription, whoever sold it. */
export const companySubscriptionsRead: Read<CompanySubscription> = {
  operation: 'directory/subscriptions',
  path: `/directory/subscriptions?${select(companySubscriptionSchema)}`,
  item: companySubscriptionSchema,
};

export const healthRead: Read<z.infer<typeof healthSchema>> = {
  operation: 'healthOverviews',
  path: '/admin/serviceAnnouncement/healthOverviews?$expand=issues',
  item: healthSchema,
};

export const anyUserRead: Read<GraphUser> = {
  operation: 'users',
  path: `/users?${select(userSchema)}&$top=1`,
  item: userSchema,
};

/** Users with a licence of a product. */
export function usersRead(skuId: string): Read<GraphUser> {
  const filter = encodeURIComponent(`assignedLicenses/any(x:x/skuId eq ${skuId})`);
  return {
    operation: 'users of a product',
    path: `/users?$filter=${filter}&${select(userSchema)}&$count=true&$top=999`,
    item: userSchema,
    eventual: true,
  };
}

/** One person, or nobody: a list that is empty is no error, as the page of a single user would be. */
export function personRead(userId: string): Read<z.infer<typeof personSchema>> {
  const filter = encodeURIComponent(`id eq '${userId}'`);
  return {
    operation: 'a person',
    path: `/users?$filter=${filter}&${select(personSchema)}`,
    item: personSchema,
  };
}

/** Active roles of a person, also through groups; those that they could activate are not among them. */
export function rolesRead(userId: string): Read<z.infer<typeof roleSchema>> {
  const person = encodeURIComponent(userId);
  return {
    operation: 'roles of a person',
    path: `/users/${person}/transitiveMemberOf/microsoft.graph.directoryRole?${select(roleSchema)}&$count=true`,
    item: roleSchema,
    eventual: true,
  };
}
