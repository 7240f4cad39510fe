import type { DelegatedAdminRelationship } from '@microsoft/microsoft-graph-types';
import type { Delegated } from '../wireTenants.ts';

/** In the partner's own directory. */
export const delegatedAdminOf = ({
  customer,
  roles,
  status,
}: Delegated): DelegatedAdminRelationship => ({
  status,
  customer: { tenantId: customer.toUpperCase(), displayName: 'Customer' },
  accessDetails: { unifiedRoles: roles.map((roleDefinitionId) => ({ roleDefinitionId })) },
});
