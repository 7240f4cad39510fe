import assert from 'node:assert/strict';
import type { ChangeOutcome, LicenceChange } from '../../../commerce/ports/userLicences.ts';
import { type Microsoft, openMicrosoft } from '../../../microsoft/connection.ts';
import { permissionToMove } from '../../../microsoft/permissions.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { TriedLicences } from '../../support/tenant/triedLicences.ts';
import type { FaultName } from '../wire/wireFaults.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';
import type { WireAnswer } from '../wire/wireServer.ts';
import { allRoles } from '../wire/wireTenants.ts';

const { businessStandard } = skus;
const answer = (status: number, message: string, headers = {}): WireAnswer => ({
  status,
  headers,
  body: { error: { code: 'Request_BadRequest', message } },
});
const refused = (reason: string, text?: string): ChangeOutcome => ({
  outcome: 'refused',
  reason,
  ...(text !== undefined && { text }),
});
const later = (afterSeconds: number): ChangeOutcome => ({ outcome: 'later', afterSeconds });

const answers: [what: string, given: WireAnswer, outcome: ChangeOutcome][] = [
  [
    'no licence is left',
    answer(400, 'Subscription with SKU a does not have any available licenses.'),
    refused('CountViolation'),
  ],
  [
    'the user has no location',
    answer(400, 'License assignment cannot be done for user with invalid usage location.'),
    refused('ProhibitedInUsageLocationViolation'),
  ],
  [
    'services exclude each other',
    answer(400, 'License assignment failed because service plans a, b are mutually exclusive.'),
    refused('MutuallyExclusiveViolation'),
  ],
  [
    'a service needs another one',
    answer(
      400,
      'License assignment failed because service plan a depends on the service plan(s) b',
    ),
    refused('DependencyViolation'),
  ],
  [
    'an address is used twice',
    answer(400, 'Another object with the same value for property proxyAddresses already exists.'),
    refused('UniquenessViolation'),
  ],
  [
    'a group gives it',
    answer(400, 'User license is inherited from a group membership and it cannot be removed.'),
    refused('GroupAssigned'),
  ],
  ['it says something new', answer(400, 'Not on Mondays.'), refused('Other', 'Not on Mondays.')],
  ['it may not touch one user', answer(403, 'Restricted.'), refused('Other', 'Restricted.')],
  ['the user is gone', answer(404, 'Resource a does not exist'), refused('UnknownUser')],
  ['it is too much', answer(429, 'Wait.', { 'Retry-After': '17' }), later(17)],
  ['it is away for a while', answer(503, 'Away.', { 'Retry-After': '3' }), later(3)],
  ['it fails', answer(500, 'Failed.'), later(10)],
];

describe('a change of licences over Graph', () => {
  let wire: WireMicrosoft;
  let microsoft: Microsoft;
  let tried: TriedLicences;
  let changes: LicenceChange[];
  const begin = async (roles: readonly string[] = [...allRoles, permissionToMove.name]) => {
    const tenantId = await wire.tenants.add('happy', roles);
    tried = new TriedLicences(microsoft.licences, tenantId);
    const users = await tried.all({ skuId: businessStandard });
    changes = users.map(({ id }) => ({ userId: id, add: [], remove: [businessStandard] }));
    wire.graph.calls.length = 0;
  };
  before(async () => {
    wire = await WireMicrosoft.start();
    microsoft = openMicrosoft(wire.settings(), { ...hasty, call: 400 });
  });
  beforeEach(() => begin());
  afterEach(() => wire.mend());
  after(async () => {
    await microsoft.close();
    await wire.stop();
  });

  for (const [what, given, outcome] of answers) {
    it(`means what it says of one user, and not of the others: ${what}`, async () => {
      wire.graph.batchFaults.push(given);
      assert.deepEqual(await tried.change(...changes.slice(0, 2)), [
        outcome,
        { outcome: 'changed' },
      ]);
      assert.equal((await tried.all({ skuId: businessStandard })).length, 21);
    });
  }

  const whole: [fault: FaultName, seconds: number][] = [
    ['429 for an hour', 3600],
    ['503 for no time', 1],
    ['reset', 10],
    ['half an answer', 10],
    ['another shape', 10],
  ];
  for (const [fault, seconds] of whole) {
    it(`is not made again by itself when nobody knows what came of it: ${fault}`, async () => {
      wire.graph.fail(fault, { times: 1, on: /batch/ });
      assert.deepEqual(await tried.change(...changes.slice(0, 2)), [
        later(seconds),
        later(seconds),
      ]);
      assert.equal(wire.graph.calls.length, 1);
    });
  }

  it('is one call for 20 users, each with what is added and removed together', async () => {
    await tried.change(...changes.slice(0, 20));
    assert.deepEqual(
      wire.graph.calls.map(({ path }) => path),
      ['/v1.0/$batch'],
    );
    const { requests } = JSON.parse(wire.graph.calls[0]?.body ?? '');
    assert.equal(requests.length, 20);
    assert.deepEqual(requests[0].body, { addLicenses: [], removeLicenses: [businessStandard] });
    assert.equal(requests[0].headers['x-ms-throttle-priority'], 'Low');
  });

  it('is refused as a whole where reading alone was allowed, and changes nothing', async () => {
    await begin(allRoles);
    await assert.rejects(tried.change(...changes.slice(0, 3)), {
      code: 'connection.no-permission',
    });
    assert.equal((await tried.all({ skuId: businessStandard })).length, 22);
  });

  it('goes on with a new token when the one that it has was taken back', async () => {
    wire.tenants.revokeAll();
    assert.deepEqual(await tried.change(...changes.slice(0, 1)), [{ outcome: 'changed' }]);
  });

  it('of which every tenth is throttled is told to wait for just those', async () => {
    wire.graph.throttlesEvery = 10;
    wire.graph.throttledFor = 2;
    const outcomes = await tried.change(...changes.slice(0, 20));
    assert.deepEqual(
      outcomes.filter(({ outcome }) => outcome === 'later'),
      [later(2), later(2)],
    );
    wire.graph.throttlesEvery = Number.POSITIVE_INFINITY;
    assert.equal((await tried.all({ skuId: businessStandard })).length, 4);
  });

  it('is seen in counts and filters later than of the user', async () => {
    await wire.graph.lag(tried.tenantId);
    const [change] = changes;
    await tried.change(change ?? assert.fail());
    const [user] = await tried.byIds(change?.userId ?? '');
    assert.ok(!user?.assignments.some(({ skuId }) => skuId === businessStandard));
    assert.equal((await tried.all({ skuId: businessStandard })).length, 22);
    assert.deepEqual(await tried.capacity(businessStandard), { bought: 25, assigned: 22 });
    wire.graph.catchUp();
    assert.equal((await tried.all({ skuId: businessStandard })).length, 21);
    assert.deepEqual(await tried.capacity(businessStandard), { bought: 25, assigned: 21 });
  });

  const strange: [what: string, body: object, contentType?: string][] = [
    ['a property that does not exist', { addLicenses: [], removeLicenses: [], licences: [] }],
    ['half of the parameters', { addLicenses: [] }],
    ['a licence with a name', { addLicenses: [{ sku: businessStandard }], removeLicenses: [] }],
    ['what is no id', { addLicenses: [], removeLicenses: ['E3'] }],
    ['text', { addLicenses: [], removeLicenses: [] }, 'text/plain'],
  ];
  for (const [what, body, contentType = 'application/json'] of strange) {
    it(`is not taken by the server that plays Graph with ${what}`, async () => {
      const token = wire.tenants.give(tried.tenantId, 'https://graph.microsoft.com');
      const url = `${wire.graph.url}/v1.0/users/${changes[0]?.userId}/assignLicense`;
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': contentType },
        body: JSON.stringify(body),
      });
      assert.ok([400, 415].includes(response.status), String(response.status));
    });
  }
});
