/** What the server that plays Graph is asked for, and what it answers from. */
import type { User } from '@microsoft/microsoft-graph-types';
import {
  isGranted,
  permissions,
  permissionToMove,
  permissionToReadGroups,
  permissionToSeeSignIns,
} from '../../../../microsoft/permissions.ts';
import type { WireTenants } from '../wireTenants.ts';
import { delegatedAdminOf } from './delegatedAdmin.ts';
import {
  companySubscriptions,
  directoryRoles,
  eachUser,
  graphUserOf,
  organizations,
  subscribedSkus,
  type TypeName,
} from './graphResources.ts';
import { healthOverviews } from './healthOverviews.ts';

export const unknownUser = '99999999-9999-4999-8999-999999999999';
const toSeePartners = { name: 'DelegatedAdminRelationship.Read.All', orAny: [] } as const;
export const granting = [
  ...permissions,
  permissionToMove,
  permissionToSeeSignIns,
  permissionToReadGroups,
  toSeePartners,
];

interface Asked {
  tenants: WireTenants;
  tenantId: string;
  roles: readonly string[];
  query: URLSearchParams;
  isEventual: boolean;
  /** From the version on, decoded. */
  path: string;
  /** As the index has them, which lags behind. */
  indexed: Indexed | undefined;
}

/** What filters and counts of licences are answered from, as long as they lag behind. */
export interface Indexed {
  users: User[];
  skus: object[];
}

/** Answered in pages, like users. */
export const membersPath = /^\/groups\/[\w-]+\/transitiveMembers\/microsoft\.graph\.user$/;

export interface Route {
  path: RegExp;
  needs: (typeof granting)[number]['name'];
  type?: TypeName;
  /** Query options that it takes. */
  takes: readonly string[];
  items: (asked: Asked) => Promise<object[]>;
}

export const routes: readonly Route[] = [
  {
    path: /^\/organization$/,
    needs: 'Organization.Read.All',
    type: 'organization',
    takes: ['$select'],
    items: ({ tenants, tenantId }) => organizations(tenants.sandbox, tenantId),
  },
  {
    path: /^\/tenantRelationships\/delegatedAdminRelationships$/,
    needs: 'DelegatedAdminRelationship.Read.All',
    type: 'delegatedAdminRelationship',
    takes: ['$select', '$top'],
    items: async ({ tenants }) => tenants.delegated.map(delegatedAdminOf),
  },
  {
    path: /^\/subscribedSkus$/,
    needs: 'Organization.Read.All',
    type: 'subscribedSku',
    takes: ['$select'],
    items: async ({ tenants, tenantId, indexed }) =>
      indexed?.skus ?? subscribedSkus(tenants.sandbox, tenantId),
  },
  {
    path: /^\/directory\/subscriptions$/,
    needs: 'Organization.Read.All',
    type: 'companySubscription',
    takes: ['$select'],
    items: ({ tenants, tenantId }) => companySubscriptions(tenants.sandbox, tenantId),
  },
  {
    path: /^\/admin\/serviceAnnouncement\/healthOverviews$/,
    needs: 'ServiceHealth.Read.All',
    takes: ['$expand'],
    items: ({ tenants, tenantId }) => healthOverviews(tenants.sandbox, tenantId),
  },
  {
    path: /^\/users$/,
    needs: 'User.Read.All',
    type: 'user',
    takes: ['$select', '$filter', '$count', '$top', '$skiptoken'],
    items: (asked) => usersAsked(asked),
  },
  {
    path: /^\/groups$/,
    needs: 'GroupMember.Read.All',
    type: 'group',
    takes: ['$select', '$filter', '$top'],
    async items({ tenants, tenantId, query }) {
      const [, name = ''] =
        /^displayName eq '((?:[^']|'')*)'$/.exec(query.get('$filter') ?? '') ?? [];
      const found = await tenants.sandbox.licences.groups(tenantId, name.replaceAll("''", "'"));
      return found.map(({ id, name: displayName }) => ({ id, displayName }));
    },
  },
  {
    path: membersPath,
    needs: 'GroupMember.Read.All',
    type: 'user',
    takes: ['$select', '$count', '$top', '$skiptoken'],
    async items({ tenants, tenantId, path }) {
      const groupId = path.split('/')[2] ?? '';
      const members: User[] = [];
      for await (const user of eachUser(tenants.sandbox, tenantId, { groupId })) members.push(user);
      return members;
    },
  },
  {
    path: /^\/users\/[\w-]+\/transitiveMemberOf\/microsoft\.graph\.directoryRole$/,
    needs: 'User.Read.All',
    type: 'directoryRole',
    takes: ['$select', '$count'],
    async items({ tenants, tenantId, path, roles }) {
      const held = await directoryRoles(tenants.sandbox, tenantId, path.split('/')[2] ?? '');
      const needed = permissions.find(({ name }) => name === 'RoleManagement.Read.Directory');
      if (needed && isGranted(needed, roles)) return held;
      return held.map(({ id }) => ({ id, roleTemplateId: null }));
    },
  },
];

/** A filter in parts that all have to hold; undefined where there is something that it can't read. */
export function filtersIn(filter: string): ((user: User) => boolean)[] | undefined {
  const text = "'((?:[^']|'')*)'";
  const readers: [pattern: RegExp, fits: (user: User, wanted: string) => boolean | undefined][] = [
    [
      /^assignedLicenses\/any\(x:x\/skuId eq ([\w-]+)\)$/,
      (user, wanted) => user.assignedLicenses?.some(({ skuId }) => skuId === wanted),
    ],
    [
      new RegExp(`^department eq ${text}$`),
      (user, wanted) => user.department?.toLowerCase() === wanted,
    ],
    [
      new RegExp(
        `^\\(startsWith\\(displayName,${text}\\) or startsWith\\(userPrincipalName,'.*'\\)\\)$`,
      ),
      ({ displayName, userPrincipalName }, wanted) =>
        [displayName, userPrincipalName].some((name) => name?.toLowerCase().startsWith(wanted)),
    ],
  ];
  const parts = filter === '' ? [] : filter.split(' and ');
  const filters = parts.map((part) => {
    const [pattern, fits] = readers.find(([one]) => one.test(part)) ?? [];
    const wanted = pattern?.exec(part)?.[1]?.replaceAll("''", "'").toLowerCase();
    return fits && wanted !== undefined && ((user: User) => fits(user, wanted) === true);
  });
  return filters.every((one) => one !== undefined)
    ? (filters as ((u: User) => boolean)[])
    : undefined;
}

/** Of people in the chat only their type is known: they are no users of the simulated tenant. */
async function usersAsked({ tenants, tenantId, query, isEventual, indexed }: Asked) {
  const filter = query.get('$filter') ?? '';
  const [, person] = /^id eq '([\w-]+)'$/.exec(filter) ?? [];
  if (person === unknownUser) return [];
  if (person && query.get('$select')?.includes('userType')) {
    return [{ id: person, userType: tenants.guests.has(person) ? 'Guest' : 'Member' }];
  }
  if (person) {
    const found = await tenants.sandbox.licences.users(tenantId, [person]);
    return found.map((user) => graphUserOf(user, '2026-11-23T12:00:00Z'));
  }
  const filters = filtersIn(filter) ?? [];
  const fits = (user: User): boolean => filters.every((one) => one(user));
  if (isEventual && indexed) return indexed.users.filter(fits);
  const key = `${tenantId} ${filter}`;
  // A link goes on with the list as it was: of large tenants it takes long to make.
  const known = query.has('$skiptoken') ? walked.get(tenants)?.get(key) : undefined;
  if (known) return known;
  const most = query.has('$skiptoken')
    ? Number.POSITIVE_INFINITY
    : Number(query.get('$top') ?? 100);
  const found: User[] = [];
  for await (const user of eachUser(tenants.sandbox, tenantId)) {
    if (fits(user)) found.push(user);
    // One more than the first page has, so that there is a link.
    if (found.length > most) return found;
  }
  walked.set(tenants, new Map([[key, found]]));
  return found;
}

/** The newest list of users that was walked through. */
const walked = new WeakMap<WireTenants, ReadonlyMap<string, User[]>>();
