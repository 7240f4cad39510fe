/** What is read of users one by one. */
import { z } from 'zod';
import type { DirectoryUser, UserQuery } from '../../commerce/ports/userLicences.ts';
import type { Read } from './read.ts';
import { select, userSchema } from './reads.ts';

export const licensedUserSchema = userSchema.extend({
  department: z.string().nullish(),
  usageLocation: z.string().nullish(),
});

/** Of who has never signed in there is no activity. */
export const activeUserSchema = licensedUserSchema.extend({
  signInActivity: z
    .object({ lastSignInDateTime: z.iso.datetime({ offset: true }).nullish() })
    .nullish(),
});
export type LicensedGraphUser = z.infer<typeof activeUserSchema>;

/** Users on a page, the most that Graph gives: fewer where it has to look up who signed in when. */
const mostOnPage = { plain: 999, withActivity: 500 };

const schemaFor = (withActivity: boolean): z.ZodType<LicensedGraphUser> & z.ZodObject =>
  withActivity ? activeUserSchema : licensedUserSchema;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function filterOf({ skuId, department, search }: UserQuery): string {
  return [
    ...(skuId === undefined ? [] : [`assignedLicenses/any(x:x/skuId eq ${skuId.toLowerCase()})`]),
    ...(department === undefined ? [] : [`department eq ${quoted(department)}`]),
    ...(search === undefined
      ? []
      : [
          `(startsWith(displayName,${quoted(search)}) or startsWith(userPrincipalName,${quoted(search)}))`,
        ]),
  ].join(' and ');
}

export const groupSchema = z.object({ id: z.string(), displayName: z.string().nullish() });

/** Groups of this name: two are enough to know that it is not one. */
export function groupsRead(name: string): Read<z.infer<typeof groupSchema>> {
  const filter = encodeURIComponent(`displayName eq ${quoted(name)}`);
  return {
    operation: 'groups',
    path: `/groups?$filter=${filter}&${select(groupSchema)}&$top=2`,
    item: groupSchema,
  };
}

/** Members are not filtered, and not told with their activity: not every kind of group can. */
export function membersPageRead(groupId: string): Read<LicensedGraphUser> {
  const members = `/groups/${encodeURIComponent(groupId)}/transitiveMembers/microsoft.graph.user`;
  return {
    operation: 'members of a group',
    path: `${members}?${select(licensedUserSchema)}&$count=true&$top=${mostOnPage.plain}`,
    item: licensedUserSchema,
    eventual: true,
  };
}

/** @param withActivity also when they signed in last, which not every application may read */
export function usersPageRead(query: UserQuery, withActivity: boolean): Read<LicensedGraphUser> {
  const schema = schemaFor(withActivity);
  const top = withActivity ? mostOnPage.withActivity : mostOnPage.plain;
  const filter = filterOf(query);
  const filtered = filter === '' ? '' : `$filter=${encodeURIComponent(filter)}&`;
  return {
    operation: 'users one by one',
    path: `/users?${filtered}${select(schema)}&$count=true&$top=${top}`,
    item: schema,
    eventual: true,
  };
}

/** One user as of now, or nobody. */
export function licensedUserRead(id: string, withActivity: boolean): Read<LicensedGraphUser> {
  const schema = schemaFor(withActivity);
  const filter = encodeURIComponent(`id eq ${quoted(id)}`);
  return {
    operation: 'a user',
    path: `/users?$filter=${filter}&${select(schema)}`,
    item: schema,
  };
}

export function directoryUserOf(user: LicensedGraphUser, withActivity: boolean): DirectoryUser {
  const { id, displayName, userPrincipalName, department, usageLocation, signInActivity } = user;
  const states = user.licenseAssignmentStates ?? [];
  return {
    id: id.toLowerCase(),
    name: displayName ?? userPrincipalName ?? '',
    userName: userPrincipalName ?? '',
    ...(department && { department }),
    ...(usageLocation && { usageLocation }),
    lastSignIn: withActivity ? (signInActivity?.lastSignInDateTime ?? 'never') : 'unknown',
    assignments: states.flatMap(({ skuId, disabledPlans, assignedByGroup, error }) =>
      skuId
        ? {
            skuId,
            disabledPlans: disabledPlans ?? [],
            ...(assignedByGroup && { group: { id: assignedByGroup, name: assignedByGroup } }),
            ...(error && error !== 'None' && { error }),
          }
        : [],
    ),
  };
}
