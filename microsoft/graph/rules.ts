/** What Graph's words mean to an upgrade. */
import type { EntraRole } from '../../commerce/model/role.ts';
import type { GraphUser } from './reads.ts';

/** https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const templates: ReadonlyMap<string, EntraRole> = new Map([
  ['62e90394-69f5-4237-9190-012177145e10', 'global-admin'],
  ['b0f54661-2d74-4c50-afa3-1ec803f12efe', 'billing-admin'],
  ['4d6ac14f-3453-41d0-bef9-a3e0c569773a', 'license-admin'],
  ['fe930be7-5e62-47db-91af-98c3a49a38b1', 'user-admin'],
  ['f023fd81-a637-4b56-95fd-791ac0226033', 'support-admin'],
]);

/** @param id in lower case */
export function roleOfTemplate(id: string | undefined): EntraRole | undefined {
  return templates.get(id ?? '');
}

/** What a service is in when nothing stands in the way any more. A status that is new counts as none of these. */
export const overStatuses = [
  'serviceOperational',
  'serviceRestored',
  'postIncidentReviewPublished',
  'falsePositive',
  'resolved',
  'resolvedExternal',
  'mitigated',
  'mitigatedExternal',
] as const;

/** A classification of issues. */
export const advisory = 'advisory';

const over: readonly string[] = overStatuses;

interface Issue {
  classification: string;
  status: string;
  isResolved: boolean;
}

/** Advisories stop nothing; a classification that is new may. */
export function isOpenIncident({ classification, status, isResolved }: Issue): boolean {
  return classification !== advisory && !isResolved && !over.includes(status);
}

/** By when their licence of this product changed last, which is all that is known of it. */
export function latestFirst(users: readonly GraphUser[], skuId: string): GraphUser[] {
  const since = (user: GraphUser): number =>
    Math.max(
      0,
      ...(user.licenseAssignmentStates ?? [])
        .filter((state) => state.skuId === skuId)
        .map(({ lastUpdatedDateTime }) => Date.parse(lastUpdatedDateTime ?? '') || 0),
    );
  return users
    .map((user) => ({ user, since: since(user) }))
    .sort((a, b) => b.since - a.since)
    .map(({ user }) => user);
}
