/** A simulated tenant as Graph shows it. Properties and types are checked against the published ones. */
import type {
  CompanySubscription,
  DelegatedAdminRelationship,
  DirectoryRole,
  Group,
  Organization,
  SubscribedSku,
  User,
} from '@microsoft/microsoft-graph-types';
import type { EntraRole } from '../../../../commerce/model/role.ts';
import type { SubscriptionStatus } from '../../../../commerce/model/subscription.ts';
import type {
  DirectoryUser,
  UserPage,
  UserQuery,
} from '../../../../commerce/ports/userLicences.ts';
import type { Sandbox } from '../../../../sandbox/sandbox.ts';

/** What the server knows of each type; more is refused. */
export const properties = {
  organization: [
    'id',
    'displayName',
    'countryLetterCode',
    'country',
    'city',
  ] satisfies (keyof Organization)[],
  subscribedSku: [
    'id',
    'skuId',
    'skuPartNumber',
    'appliesTo',
    'capabilityStatus',
    'consumedUnits',
    'prepaidUnits',
    'servicePlans',
  ] satisfies (keyof SubscribedSku)[],
  companySubscription: [
    'id',
    'commerceSubscriptionId',
    'createdDateTime',
    'skuId',
    'skuPartNumber',
    'status',
    'totalLicenses',
    'isTrial',
    'nextLifecycleDateTime',
    'ownerTenantId',
    'serviceStatus',
  ] satisfies (keyof CompanySubscription)[],
  user: [
    'id',
    'userType',
    'displayName',
    'userPrincipalName',
    'department',
    'usageLocation',
    'signInActivity',
    'assignedLicenses',
    'licenseAssignmentStates',
  ] satisfies (keyof User)[],
  group: ['id', 'displayName'] satisfies (keyof Group)[],
  directoryRole: ['id', 'displayName', 'roleTemplateId'] satisfies (keyof DirectoryRole)[],
  delegatedAdminRelationship: [
    'status',
    'customer',
    'accessDetails',
  ] satisfies (keyof DelegatedAdminRelationship)[],
};
export type TypeName = keyof typeof properties;

export async function organizations(sandbox: Sandbox, tenantId: string): Promise<Organization[]> {
  const { name, country } = await sandbox.organisation(tenantId);
  return [{ id: tenantId, displayName: name, countryLetterCode: country, country: 'somewhere' }];
}

/** With a product of the whole company, whose licences no user has; ids in capitals, as also happens. */
export async function subscribedSkus(sandbox: Sandbox, tenantId: string): Promise<SubscribedSku[]> {
  const assigned = await sandbox.assignedLicences(tenantId);
  const ofCompany = 'a403ebcc-fae0-4ca2-8c8c-7a907fd6c235';
  const counted = await Promise.all(
    [...assigned.keys()].map(async (skuId) => ({
      skuId,
      ...(await sandbox.licences.capacity(tenantId, skuId)),
      services: await sandbox.licences.services(tenantId, skuId),
    })),
  );
  const companyWide = { skuId: ofCompany, assigned: 3, bought: 0, services: [] };
  return [...counted, companyWide].map(({ skuId, assigned: consumedUnits, bought, services }) => ({
    id: `${tenantId}_${skuId}`,
    skuId: skuId.toUpperCase(),
    skuPartNumber: 'PART',
    appliesTo: skuId === ofCompany ? 'Company' : 'User',
    capabilityStatus: 'Enabled',
    consumedUnits,
    servicePlans: [
      ...services.map(({ id, name }) => ({
        servicePlanId: id,
        servicePlanName: name,
        appliesTo: 'User',
      })),
      { servicePlanId: ofCompany, servicePlanName: 'M365_LIGHTHOUSE', appliesTo: 'Company' },
    ],
    prepaidUnits: { enabled: bought, warning: 0, suspended: 0, lockedOut: 0 },
  }));
}

const graphStatus: Partial<Record<SubscriptionStatus, string>> = {
  active: 'Enabled',
  expired: 'Warning',
  disabled: 'Suspended',
  suspended: 'Suspended',
  canceled: 'LockedOut',
  deleted: 'Deleted',
};

/** A number of Graph's own beside that under which it is sold; ids in capitals, as also happens. */
export async function companySubscriptions(
  sandbox: Sandbox,
  tenantId: string,
): Promise<CompanySubscription[]> {
  const sold = await sandbox.subscriptions(tenantId);
  return sold.map((one, at) => ({
    id: `00000000-0000-4000-9000-${at.toString(16).padStart(12, '0')}`,
    commerceSubscriptionId: one.id.toUpperCase(),
    createdDateTime: '2026-01-01T00:00:00Z',
    skuId: one.skuId.toUpperCase(),
    skuPartNumber: 'PART',
    status: graphStatus[one.status] ?? 'NewStatus',
    totalLicenses: one.quantity,
    isTrial: one.trial ?? false,
    nextLifecycleDateTime: `${one.renewsOn}T00:00:00Z`,
    ownerTenantId: one.soldBy === 'partner' ? '331af819-0000-4000-8000-000000000001' : null,
    serviceStatus: [
      { servicePlanName: 'INTUNE_O365', provisioningStatus: 'PendingActivation' },
      ...(one.unfinishedServices ?? []).map((servicePlanName) => ({
        servicePlanName,
        provisioningStatus: 'PendingInput',
      })),
    ],
  }));
}

/** Everybody, in a stable order; who comes last got their licences last. */
export async function* eachUser(
  sandbox: Sandbox,
  tenantId: string,
  query: UserQuery = {},
): AsyncIterable<User> {
  let at = 0;
  for (let next: string | undefined = '0'; next !== undefined; ) {
    const page: UserPage = await sandbox.licences.page(tenantId, query, next);
    for (const user of page.users) {
      yield graphUserOf(user, new Date(1_700_000_000_000 + at * 60_000).toISOString());
      at += 1;
    }
    next = page.next;
  }
}

export const users = (sandbox: Sandbox, tenantId: string): Promise<User[]> =>
  Array.fromAsync(eachUser(sandbox, tenantId));

/** Ids in capitals, as also happens. */
export function graphUserOf(user: DirectoryUser, lastUpdatedDateTime: string): User {
  const { id, name, userName, department, usageLocation, lastSignIn, assignments } = user;
  return {
    id,
    userType: 'Member',
    displayName: name,
    userPrincipalName: userName,
    department: department ?? null,
    usageLocation: usageLocation ?? null,
    signInActivity: lastSignIn === 'never' ? null : { lastSignInDateTime: lastSignIn },
    assignedLicenses: assignments.map(({ skuId, disabledPlans }) => ({
      skuId,
      disabledPlans: [...disabledPlans],
    })),
    licenseAssignmentStates: assignments.map(({ skuId, disabledPlans, group, error }) => ({
      skuId: skuId.toUpperCase(),
      disabledPlans: disabledPlans.map((planId) => planId.toUpperCase()),
      assignedByGroup: group?.id ?? null,
      state: error ? 'ActiveWithError' : 'Active',
      error: error ?? 'None',
      lastUpdatedDateTime,
    })),
  };
}

const templates: Partial<Record<EntraRole, string>> = {
  'global-admin': '62e90394-69f5-4237-9190-012177145e10',
  'billing-admin': 'b0f54661-2d74-4c50-afa3-1ec803f12efe',
  'license-admin': '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
  'user-admin': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  'support-admin': 'f023fd81-a637-4b56-95fd-791ac0226033',
};

/** With a role that is nothing to us: Directory Readers. */
export async function directoryRoles(sandbox: Sandbox, tenantId: string, userId: string) {
  const { entra } = await sandbox.roles(tenantId, userId);
  const held = (entra === 'unknown' ? [] : entra).flatMap((role) => templates[role] ?? []);
  return ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b', ...held].map(
    (roleTemplateId, at): DirectoryRole => ({
      id: String(at),
      displayName: 'Role',
      roleTemplateId,
    }),
  );
}
