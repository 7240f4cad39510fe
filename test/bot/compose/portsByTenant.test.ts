import assert from 'node:assert/strict';
import { type Ports, portsByTenant } from '../../../bot/compose/portsByTenant.ts';
import { SimulatedTenant } from '../../support/tenant/simulatedTenant.ts';

/** Of one back end: calls answer with its name, and with what they were given. */
function named(name: string): Ports {
  const port = new Proxy(
    {},
    {
      get:
        () =>
        async (...given: unknown[]) => ({ name, given }),
    },
  );
  return { seller: port, directory: port, licences: port, clock: port } as Ports;
}

describe('Ports of several back ends', () => {
  const [one, other] = [named('one'), named('other')];
  const ports = portsByTenant((tenantId) => (tenantId === 'tenant-1' ? one : other));
  type Call = (...given: unknown[]) => Promise<unknown>;
  const calls = Object.values(ports).flatMap((port) => Object.entries(port as object)) as [
    string,
    Call,
  ][];

  for (const [method, call] of calls) {
    it(`ask the tenant's own with all that was given: ${method}`, async () => {
      const about = ['quote', 'place'].includes(method)
        ? (tenantId: string) => [{ tenantId }]
        : (tenantId: string) => [tenantId, 'more'].slice(0, call.length + 1);
      for (const [tenantId, name] of [
        ['tenant-1', 'one'],
        ['tenant-2', 'other'],
      ] as const) {
        const given = about(tenantId);
        const answer = (await call(...given)) as { name: string; given: unknown[] };
        assert.equal(answer.name, name);
        assert.deepEqual(answer.given[0], given[0]);
      }
    });
  }

  it('have each method that a back end has', () => {
    const { sandbox } = new SimulatedTenant();
    assert.equal(calls.length, 20);
    for (const [method] of calls) {
      const port = method in sandbox ? sandbox : sandbox.licences;
      assert.equal(typeof Reflect.get(port, method), 'function');
    }
  });
});
