import assert from 'node:assert/strict';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { type Microsoft, openMicrosoft } from '../../../microsoft/connection.ts';
import {
  healthRead,
  organisationRead,
  rolesRead,
  skusRead,
} from '../../../microsoft/graph/reads.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';
import { allRoles } from '../wire/wireTenants.ts';

const throttled = (seconds: string) => ({
  status: 429,
  headers: { 'Retry-After': seconds },
  body: { error: { code: 'TooManyRequests' } },
});
const codeOf = (result: unknown): string =>
  result instanceof UpgraderaError ? result.code : Array.isArray(result) ? 'items' : 'nothing';

describe('a batch', () => {
  let wire: WireMicrosoft;
  let microsoft: Microsoft;
  let tenantId: string;
  before(async () => {
    wire = await WireMicrosoft.start();
    microsoft = openMicrosoft(wire.settings(), hasty);
    tenantId = await wire.tenants.add();
  });
  afterEach(() => wire.mend());
  after(async () => {
    await microsoft.close();
    await wire.stop();
  });

  it('holds at most 20, and gives every answer to its own question', async () => {
    const reads = Array.from({ length: 43 }, (_, at) => (at % 2 ? skusRead : organisationRead));
    const results = await microsoft.graph.batch(tenantId, reads);
    assert.equal(wire.graph.calls.length, 3);
    for (const [at, result] of results.entries()) {
      const [first] = result as object[];
      assert.equal('skuId' in first!, at % 2 === 1);
    }
  });

  it('judges each item by itself', async () => {
    const some = await wire.tenants.add(
      'happy',
      allRoles.filter((name) => !name.startsWith('Service')),
    );
    const roles = rolesRead('99999999-9999-4999-8999-999999999999');
    const results = await microsoft.graph.batch(some, [organisationRead, healthRead, roles]);
    assert.deepEqual(results.map(codeOf), [
      'items',
      'connection.no-permission',
      'upstream.refused',
    ]);
  });

  it('asks again for what was throttled, and for nothing else', async () => {
    wire.graph.batchFaults.push(throttled('0'));
    const results = await microsoft.graph.batch(tenantId, [organisationRead, skusRead]);
    assert.deepEqual(results.map(codeOf), ['items', 'items']);
    const sizes = wire.graph.calls.map(({ body }) => JSON.parse(body).requests.length);
    assert.deepEqual(sizes, [2, 1]);
  });

  it('gives up an item that is throttled for longer than anybody waits', async () => {
    wire.graph.batchFaults.push(throttled('600'));
    const results = await microsoft.graph.batch(tenantId, [organisationRead, skusRead]);
    assert.deepEqual(results.map(codeOf), ['upstream.throttled', 'items']);
    assert.equal(wire.graph.calls.length, 1);
  });

  it('takes an item without an answer for one that can not be read', async () => {
    wire.graph.batchFaults.push({ status: 200, body: 'no object' });
    const results = await microsoft.graph.batch(tenantId, [organisationRead]);
    assert.deepEqual(results.map(codeOf), ['upstream.malformed']);
  });
});
