import assert from 'node:assert/strict';
import type {
  CompanySubscription,
  DirectoryRole,
  Organization,
  ServiceHealth,
  SubscribedSku,
  User,
} from '@microsoft/microsoft-graph-types';
import type { z } from 'zod';
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
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';

/** With everything there that Graph may leave out. */
type Filled<T> = T extends readonly (infer Item)[]
  ? Filled<Item>[]
  : T extends object
    ? { [Key in keyof T]-?: Filled<NonNullable<T[Key]>> }
    : T;

/** The names that a schema reads and Graph's type has not, and those of another type. */
type Strange<Schema extends z.ZodObject, Entity> = {
  [Key in keyof z.input<Schema>]-?: Key extends keyof Entity
    ? Filled<NonNullable<Entity[Key]>> extends NonNullable<z.input<Schema>[Key]>
      ? never
      : Key
    : Key;
}[keyof z.input<Schema>];

type Fits<Name extends never> = [Name] extends [never] ? true : false;

/** Does not compile where a schema reads what Graph has not, or has as another type. */
type Checked = [
  Fits<Strange<typeof organisationSchema, Organization>>,
  Fits<Strange<typeof skuSchema, SubscribedSku>>,
  Fits<Strange<typeof companySubscriptionSchema, CompanySubscription>>,
  Fits<Strange<typeof personSchema, User>>,
  Fits<Strange<typeof skuPlansSchema, SubscribedSku>>,
  Fits<Strange<typeof userSchema, User>>,
  Fits<Strange<typeof roleSchema, DirectoryRole>>,
  Fits<Strange<typeof healthSchema, ServiceHealth>>,
];

describe('what is read of Graph', () => {
  it('has the names and types that Microsoft publishes', () => {
    const checked: Checked = [true, true, true, true, true, true, true, true];
    assert.equal(checked.length, 8);
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
