import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { openPartnerCenter, type PartnerCenter } from '../../../microsoft/partnerConnection.ts';
import { type FaultRow, faultsOfAnyCall } from '../wire/faultRows.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';

const rows: readonly FaultRow[] = [
  ...faultsOfAnyCall,
  { fault: '409 900278', code: 'upstream.refused', mends: false },
];

describe('a call of Partner Center', () => {
  let wire: WireMicrosoft;
  let patient: PartnerCenter;
  /** Gives up soon. */
  let impatient: PartnerCenter;
  let path: string;
  before(async () => {
    wire = await WireMicrosoft.start();
    patient = openPartnerCenter(wire.partnerSettings(), hasty);
    impatient = openPartnerCenter(wire.partnerSettings(), { ...hasty, call: 300, request: 300 });
    path = `/customers/${await wire.tenants.addCustomer()}`;
    await read(patient);
    await read(impatient);
  });
  beforeEach(() => wire.mend());
  after(async () => {
    await patient.close();
    await impatient.close();
    await wire.stop();
  });

  const answer = z.object({ id: z.string() });
  const read = ({ client }: PartnerCenter, at = path) =>
    client.get({ operation: 'customer', path: at, answer });
  const failureOf = async (call: Promise<unknown>): Promise<UpgraderaError> => {
    const error = await call.then(
      () => assert.fail('answered'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof UpgraderaError, String(error));
    assert.doesNotMatch(`${error.detail} ${error.cause}`, /Alva|Bearer|eyJ/);
    return error;
  };

  for (const { fault, code, mends } of rows) {
    it(`ends as ${code} when it lasts: ${fault}`, async () => {
      wire.partnerCenter.fail(fault);
      assert.equal((await failureOf(read(impatient))).code, code);
    });

    it(`is ${mends ? '' : 'not '}made again after one, when it reads: ${fault}`, async () => {
      wire.partnerCenter.fail(fault, { times: 1 });
      if (!mends) return assert.equal((await failureOf(read(patient))).code, code);
      assert.ok((await read(patient)).id);
      assert.equal(wire.partnerCenter.calls.length, 2);
    });

    it(`is made once, when it orders: ${fault}`, async () => {
      wire.partnerCenter.fail(fault);
      const call = impatient.client.post({ operation: 'order', path, answer }, {}, randomUUID());
      assert.equal((await failureOf(call)).code, code);
      assert.equal(wire.partnerCenter.calls.length, fault === '401' ? 2 : 1);
    });
  }

  it('says how long it is to be left alone', async () => {
    wire.partnerCenter.fail('429 for an hour');
    assert.equal((await failureOf(read(patient))).retryAfterSeconds, 3600);
  });

  it('has another id each time, but for a repeat of an order', async () => {
    await read(patient);
    await read(patient);
    const ids = wire.partnerCenter.calls.map(({ headers }) => headers['ms-requestid']);
    assert.equal(new Set(ids).size, 2);
  });

  it('has a token of the partner, for Partner Center alone', async () => {
    wire.tenants.revokeAll();
    await read(patient);
    const [{ path: asked = '', body = '' } = {}] = wire.entra.calls.filter(
      ({ method }) => method === 'POST',
    );
    assert.ok(asked.startsWith(`/${wire.partnerTenantId}/`), asked);
    const scope = new URLSearchParams(body).get('scope') ?? '';
    assert.ok(scope.includes('https://api.partnercenter.microsoft.com/.default'), scope);
  });

  const refused: [
    what: string,
    change: (headers: Record<string, string>) => object,
    status: number,
  ][] = [
    ['no request id', () => ({ 'ms-requestid': '' }), 400],
    ['no correlation id', () => ({ 'ms-correlationid': '' }), 400],
    ['no version of the contract', () => ({ 'ms-contract-version': '' }), 400],
    ['no token', () => ({ authorization: '' }), 401],
    ['a token for Graph', () => ({ authorization: bearer('https://graph.microsoft.com') }), 401],
    [
      'a token of the customer',
      () => ({
        authorization: bearer('https://api.partnercenter.microsoft.com', path.split('/')[2]),
      }),
      403,
    ],
  ];
  const bearer = (audience: string, tenantId = wire.partnerTenantId) =>
    `Bearer ${wire.tenants.give(tenantId, audience)}`;
  for (const [what, change, status] of refused) {
    it(`is refused by the wire's Partner Center with ${what}`, async () => {
      const headers = {
        authorization: bearer('https://api.partnercenter.microsoft.com'),
        'ms-requestid': randomUUID(),
        'ms-correlationid': randomUUID(),
        'ms-contract-version': 'v1',
      };
      const url = `${wire.partnerCenter.url}/v1${path}`;
      assert.equal((await fetch(url, { headers })).status, 200);
      const changed = { ...headers, ...change(headers) };
      assert.equal((await fetch(url, { headers: changed })).status, status);
    });
  }

  it("is refused by the wire's Partner Center with a property that it does not know", async () => {
    const [, , tenantId = ''] = path.split('/');
    const [first] = await wire.tenants.sandbox.subscriptions(tenantId);
    const at = `${path}/subscriptions/${first?.id}/transitions`;
    const transition = { toCatalogItemId: 'A:1:B', quantity: 1, transitionType: 't', price: 1 };
    const call = patient.client.post(
      { operation: 'order', path: at, answer },
      transition,
      randomUUID(),
    );
    assert.equal((await failureOf(call)).code, 'upstream.refused');
  });

  it('finds no customer of another partner', async () => {
    const failure = await failureOf(read(patient, `/customers/${randomUUID()}`));
    assert.equal(failure.code, 'upstream.refused');
  });
});
