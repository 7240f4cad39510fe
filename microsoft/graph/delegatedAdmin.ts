/**
 * What a partner may do in its customers' tenants (GDAP), as the partner's own directory tells it:
 * https://learn.microsoft.com/graph/api/tenantrelationship-list-delegatedadminrelationships
 */
import { z } from 'zod';
import type { Read } from './read.ts';

const text = z.string().nullish();

export const delegatedAdminSchema = z.object({
  status: text,
  customer: z.object({ tenantId: text }).nullish(),
  accessDetails: z
    .object({ unifiedRoles: z.array(z.object({ roleDefinitionId: text })).nullish() })
    .nullish(),
});
type DelegatedAdmin = z.infer<typeof delegatedAdminSchema>;

export const delegatedAdminRead: Read<DelegatedAdmin> = {
  operation: 'delegatedAdminRelationships',
  path: `/tenantRelationships/delegatedAdminRelationships?$select=${Object.keys(delegatedAdminSchema.shape).join(',')}&$top=300`,
  item: delegatedAdminSchema,
};

/** https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference */
const directoryWriter = '9360feb5-f418-4baa-8175-e2a00bac4301';
const globalAdmin = '62e90394-69f5-4237-9190-012177145e10';

/** Whether users can be moved along with an upgrade there: `none` without any relationship that holds. */
export function delegationFor(
  all: readonly DelegatedAdmin[],
  customerTenantId: string,
): 'none' | 'withoutRole' | 'enough' {
  const held = all.filter(
    ({ status, customer }) =>
      status?.toLowerCase() === 'active' &&
      customer?.tenantId?.toLowerCase() === customerTenantId.toLowerCase(),
  );
  if (held.length === 0) return 'none';
  const roles = held.flatMap(({ accessDetails }) => accessDetails?.unifiedRoles ?? []);
  const ids = roles.map(({ roleDefinitionId }) => roleDefinitionId?.toLowerCase());
  return ids.includes(directoryWriter) || ids.includes(globalAdmin) ? 'enough' : 'withoutRole';
}
