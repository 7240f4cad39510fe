import assert from 'node:assert/strict';
import type {
  AssignedLicense,
  CompanySubscription,
  DirectoryRole,
  Group,
  Organization,
  ServiceHealth,
  ServiceHealthClassificationType,
  ServiceHealthStatus,
  SubscribedSku,
  User,
} from '@microsoft/microsoft-graph-types';
import type { z } from 'zod';
import type { assignLicenseRequest } from '../../../microsoft/graph/assignLicense.ts';
import type {
  companySubscriptionSchema,
  healthSchema,
  organisationSchema,
  personSchema,
  roleSchema,
  skuPlansSchema,
  skuSchema,
  userSchema,
} from '../../../microsoft/graph/reads.ts';
import { healthRead, personRead, rolesRead, usersRead } from '../../../microsoft/graph/reads.ts';
import { advisory, overStatuses } from '../../../microsoft/graph/rules.ts';
import {
  type activeUserSchema,
  type groupSchema,
  licensedUserRead,
  usersPageRead,
} from '../../../microsoft/graph/userReads.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';

/**
 * Where a schema reads a name that Graph's type has not, or reads it as another type: at any depth, as
 * a path. `never` where all of it is published.
 */
type Strange<Read, Told> = [Read] extends [readonly (infer OneRead)[]]
  ? [Told] extends [readonly (infer OneTold)[]]
    ? Strange<NonNullable<OneRead>, NonNullable<OneTold>>
    : 'is no list'
  : [Read] extends [object]
    ? { [Key in keyof Read & string]-?: StrangeAt<Key, Read, Told> }[keyof Read & string]
    : [Told] extends [Read]
      ? never
      : 'is of another type';

type StrangeAt<Key extends string, Read, Told> = Key extends keyof Read & keyof Told
  ? Strange<NonNullable<Read[Key]>, NonNullable<Told[Key]>> extends infer Found extends string
    ? `${Key} ${Found}`
    : never
  : `${Key} is not there`;

type Fits<Schema extends z.ZodObject, Entity> = [Strange<z.input<Schema>, Entity>] extends [never]
  ? true
  : Strange<z.input<Schema>, Entity>;

/** Does not compile where a schema reads what Graph has not, or has as another type. */
type Checked = [
  Strange<
    ReturnType<typeof assignLicenseRequest>['body']['addLicenses'][number],
    AssignedLicense
  > extends never
    ? true
    : false,
  Fits<typeof organisationSchema, Organization>,
  Fits<typeof skuSchema, SubscribedSku>,
  Fits<typeof companySubscriptionSchema, CompanySubscription>,
  Fits<typeof personSchema, User>,
  Fits<typeof skuPlansSchema, SubscribedSku>,
  Fits<typeof userSchema, User>,
  Fits<typeof activeUserSchema, User>,
  Fits<typeof groupSchema, Group>,
  Fits<typeof roleSchema, DirectoryRole>,
  Fits<typeof healthSchema, ServiceHealth>,
];

/** Words of enumerations that the published types list. */
const statuses: readonly ServiceHealthStatus[] = overStatuses;
const classification: ServiceHealthClassificationType = advisory;
/** Properties that stand in filters and expansions; those of `$select` are the schemas' own. */
const asked = {
  users: [
    'assignedLicenses',
    'department',
    'displayName',
    'id',
    'userPrincipalName',
  ] satisfies (keyof User)[],
  inLicence: ['skuId'] satisfies (keyof AssignedLicense)[],
  health: ['issues'] satisfies (keyof ServiceHealth)[],
};

describe('what is asked and read of Graph', () => {
  it('has the names and types that Microsoft publishes', () => {
    const checked: Checked = [true, true, true, true, true, true, true, true, true, true, true];
    assert.equal(checked.length, 11);
  });

  it('is told from what is published nowhere, however deep it stands', () => {
    const strange: Strange<
      { a?: string; b: { c: number }[]; d: { e?: boolean }; f: boolean; g: string[] },
      { b?: { c?: string | null }[]; d: { other: boolean } | null; f?: boolean; g: string }
    >[] = ['a is not there', 'b c is of another type', 'd e is not there', 'g is no list'];
    const none: never[] & Strange<{ f: boolean }, { f?: boolean | null }>[] = [];
    assert.deepEqual([strange.length, none.length], [4, 0]);
  });

  it('knows words that the published enumerations have', () => {
    assert.ok(statuses.includes('serviceRestored'));
    assert.equal(classification, 'advisory');
  });

  it('filters and expands by published properties alone', () => {
    const known: readonly string[] = Object.values(asked).flat();
    const someone = usersPageRead({ skuId: 'a', department: 'b', search: 'c' }, true);
    const reads = [usersRead('a'), personRead('a'), rolesRead('a'), healthRead, someone];
    reads.push(licensedUserRead('a', true));
    for (const { path } of reads) {
      const query = new URL(path, 'https://graph.example').searchParams;
      const filter = (query.get('$filter') ?? '').replaceAll(/'[^']*'/g, '');
      const filtered = filter
        .replaceAll(/(any|x:x|startsWith|eq a|eq|and|or)\b/g, '')
        .match(/\w+/g);
      const names = [...(filtered ?? []), query.get('$expand') ?? ''];
      for (const name of names) assert.ok(name === '' || known.includes(name), path);
    }
  });
});

describe('the server that plays Graph', () => {
  let wire: WireMicrosoft;
  let token: string;
  before(async () => {
    wire = await WireMicrosoft.start();
    const tenantId = await wire.tenants.add('happy', ['User.Read.All', 'Organization.Read.All']);
    token = wire.tenants.give(tenantId, 'https://graph.microsoft.com');
  });
  after(() => wire.stop());

  const eventual = { ConsistencyLevel: 'eventual' };
  const batchOf = (length: number) => ({
    requests: Array.from({ length }, (_, id) => ({
      id: `${id}`,
      method: 'GET',
      url: '/organization',
    })),
  });
  const cases: [what: string, path: string, status: number, headers?: object, body?: object][] = [
    ['a property that does not exist', '/users?$select=id,licences', 400],
    ['a count without its header', '/users?$count=true', 400],
    ['a cast without its header', '/users/a/transitiveMemberOf/microsoft.graph.directoryRole', 400],
    ['a filter where there is none', '/subscribedSkus?$filter=a', 400, eventual],
    ['a page of more than 999', '/users?$top=1000', 400],
    ['what was not consented to', '/admin/serviceAnnouncement/healthOverviews', 403],
    ['another token', '/organization', 401, { authorization: 'Bearer e30.e30.e30' }],
    ['a batch of 21', '/$batch', 400, { 'content-type': 'application/json' }, batchOf(21)],
  ];
  for (const [what, path, status, headers = {}, body] of cases) {
    it(`refuses ${what}`, async () => {
      const response = await fetch(`${wire.graph.url}/v1.0${path}`, {
        headers: { authorization: `Bearer ${token}`, ...headers },
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(hasty.call),
      });
      assert.equal(response.status, status);
    });
  }
});
