import assert from 'node:assert/strict';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { type Microsoft, openMicrosoft } from '../../../microsoft/connection.ts';
import { type FaultRow, faultsOfAnyCall } from '../wire/faultRows.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';

const rows: readonly FaultRow[] = [
  ...faultsOfAnyCall,
  { fault: 'a page that continues elsewhere', code: 'upstream.malformed', mends: false },
];

describe('a call of Graph that goes wrong', () => {
  let wire: WireMicrosoft;
  let microsoft: Microsoft;
  /** Gives up soon. */
  let impatient: Microsoft;
  let tenantId: string;
  before(async () => {
    wire = await WireMicrosoft.start();
    microsoft = openMicrosoft(wire.settings(), hasty);
    impatient = openMicrosoft(wire.settings(), { ...hasty, call: 250, request: 100 });
    tenantId = await wire.tenants.add();
    await microsoft.directory.organisation(tenantId);
    await impatient.directory.organisation(tenantId);
    wire.mend();
  });
  afterEach(() => wire.mend());
  after(async () => {
    await microsoft.close();
    await impatient.close();
    await wire.stop();
  });

  const failure = async (): Promise<UpgraderaError> => {
    const error = await impatient.directory.organisation(tenantId).then(
      () => assert.fail('answered'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof UpgraderaError, String(error));
    return error;
  };

  for (const { fault, code, mends } of rows) {
    it(`ends as ${code} when it lasts: ${fault}`, async () => {
      wire.graph.fail(fault);
      const error = await failure();
      assert.equal(error.code, code);
      assert.doesNotMatch(error.detail, /Alva|Bearer|eyJ/);
      assert.equal(error.cause, undefined);
    });

    it(`${mends ? 'is made again' : 'is not made again'} after one: ${fault}`, async () => {
      wire.graph.fail(fault, { times: 1 });
      if (!mends) return assert.equal((await failure()).code, code);
      const organisation = await microsoft.directory.organisation(tenantId);
      assert.deepEqual(organisation, await wire.tenants.sandbox.organisation(tenantId));
      assert.equal(wire.graph.calls.length, 2);
    });
  }

  it('passes on how long the service asks to be left alone', async () => {
    wire.graph.fail('429 for an hour');
    assert.equal((await failure()).retryAfterSeconds, 3600);
    assert.equal(wire.graph.calls.length, 1);
  });

  it('waits until the date that it was told', async () => {
    wire.graph.fail('429 in the other shape', { times: 1 });
    const start = performance.now();
    await microsoft.directory.organisation(tenantId);
    assert.ok(performance.now() - start < hasty.call);
  });

  it('renews a token that is not accepted once, not more', async () => {
    wire.graph.fail('401');
    await failure();
    assert.equal(wire.entra.calls.length, 1);
    assert.equal(wire.graph.calls.length, 2);
    const [first, second] = wire.graph.calls.map(({ headers }) => headers.authorization);
    assert.notEqual(first, second);
  });

  it('renews a token that was taken back, and goes on with the new one', async () => {
    wire.tenants.revokeAll();
    await microsoft.directory.organisation(tenantId);
    await microsoft.directory.organisation(tenantId);
    assert.equal(wire.entra.calls.length, 1);
    assert.equal(wire.graph.calls.length, 3);
    await impatient.directory.organisation(tenantId);
  });

  it('sends the token nowhere else, whatever the answer says', async () => {
    wire.graph.fail('a page that continues elsewhere');
    assert.match((await failure()).detail, /next page elsewhere/);
    assert.equal(wire.graph.calls.length, 1);
  });
});
