/** What an administrator of a tenant consents to, so that it can be read. `docs/permissions.md` shows this. */

interface Permission {
  /** Of Microsoft Graph, application kind; sentences about it stand under `permissions.NAME`. */
  name: string;
  /** Larger ones that do as well. */
  orAny: readonly string[];
  /** Without it no upgrade can be examined; without others something is unknown. */
  isNeeded: boolean;
}

export const permissions = [
  {
    name: 'Organization.Read.All',
    orAny: ['Organization.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
    isNeeded: true,
  },
  {
    name: 'User.Read.All',
    orAny: ['User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
    isNeeded: true,
  },
  {
    name: 'RoleManagement.Read.Directory',
    orAny: [
      'RoleManagement.ReadWrite.Directory',
      'RoleManagement.Read.All',
      'Directory.Read.All',
      'Directory.ReadWrite.All',
    ],
    isNeeded: true,
  },
  { name: 'ServiceHealth.Read.All', orAny: [], isNeeded: false },
] as const satisfies readonly Permission[];

/** Consented to when somebody wants to move users, never before: with it users' licences can be changed. */
export const permissionToMove = {
  name: 'LicenseAssignment.ReadWrite.All',
  orAny: ['User.ReadWrite.All', 'Directory.ReadWrite.All'],
  isNeeded: false,
} as const satisfies Permission;

/** Used where it was given, and asked of nobody: with it those who have not signed in for long are known. */
export const permissionToSeeSignIns = {
  name: 'AuditLog.Read.All',
  orAny: [],
  isNeeded: false,
} as const satisfies Permission;

/** Used where it was given, and asked of nobody: with it the members of a group can be chosen. */
export const permissionToReadGroups = {
  name: 'GroupMember.Read.All',
  orAny: [
    'GroupMember.ReadWrite.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ],
  isNeeded: false,
} as const satisfies Permission;

/** Without these everything can be examined. */
export const laterPermissions = [
  permissionToMove,
  permissionToSeeSignIns,
  permissionToReadGroups,
] as const;

/** Whether what was consented to is enough. */
export function isGranted(
  { name, orAny }: Pick<Permission, 'name' | 'orAny'>,
  granted: readonly string[],
): boolean {
  return [name, ...orAny].some((one) => granted.includes(one));
}
