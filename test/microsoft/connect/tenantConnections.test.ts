import assert from 'node:assert/strict';
import type { Connected } from '../../../commerce/ports/connection.ts';
import type { ConnectionRepository } from '../../../commerce/ports/repositories.ts';
import { ConsentStates } from '../../../microsoft/connect/consentState.ts';
import { TenantConnections } from '../../../microsoft/connect/tenantConnections.ts';
import { whenConnected } from '../../../microsoft/connect/whenConnected.ts';
import { type Microsoft, openMicrosoft } from '../../../microsoft/connection.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';
import { allRoles } from '../wire/wireTenants.ts';

const userId = '5c1e7a52-6b8e-4a55-8a70-6f8f6f1f7a12';
const strangerId = '99999999-9999-4999-8999-999999999999';

/** In memory. */
class Remembered implements ConnectionRepository {
  readonly connected = new Map<string, Connected>();
  readonly used = new Set<string>();
  async find(tenantId: string) {
    return this.connected.get(tenantId);
  }
  async use(_tenantId: string, { id }: { id: string }) {
    const isFirst = !this.used.has(id);
    this.used.add(id);
    return isFirst;
  }
  async connect(tenantId: string, connected: Connected) {
    this.connected.set(tenantId, connected);
  }
  async disconnect(tenantId: string) {
    this.connected.delete(tenantId);
  }
}

describe('consent that comes back', () => {
  let wire: WireMicrosoft;
  let microsoft: Microsoft;
  let remembered: Remembered;
  let connections: TenantConnections;
  let now: Temporal.Instant;
  before(async () => {
    wire = await WireMicrosoft.start();
  });
  beforeEach(() => {
    now = Temporal.Instant.from('2026-11-28T11:00:00Z');
    remembered = new Remembered();
    microsoft = openMicrosoft(wire.settings(), { ...hasty, call: 400 });
    connections = new TenantConnections({
      microsoft,
      connections: remembered,
      states: new ConsentStates('hush'),
      consentUrl: (tenantId, state) => `https://login.example/${tenantId}?state=${state}`,
      now: () => now,
      patience: 1_500,
    });
  });
  afterEach(async () => {
    wire.mend();
    await microsoft.close();
  });
  after(() => wire.stop());

  const linkFor = (tenantId: string, person = userId): string => {
    const asker = { tenantId, userId: person, conversation: 'chat' };
    return new URL(connections.consentLink(asker)).searchParams.get('state')!;
  };
  const given = (tenantId: string, state = linkFor(tenantId)) => ({
    state,
    tenant: tenantId.toUpperCase(),
    admin_consent: 'True',
    scope: 'https://graph.microsoft.com/.default',
  });
  const outcomeOf = async (query: unknown) => (await connections.redeem(query)).outcome;

  it('connects, and remembers when, who, and what was allowed, and nothing else', async () => {
    const tenantId = await wire.tenants.add();
    const redeemed = await connections.redeem(given(tenantId));
    assert.deepEqual(redeemed, {
      outcome: 'connected',
      asker: { tenantId, userId, conversation: 'chat' },
    });
    assert.deepEqual(await connections.find(tenantId), {
      at: '2026-11-28T11:00:00Z',
      by: userId,
      permissions: allRoles,
    });
  });

  const refusals: [what: string, outcome: string, make: () => Promise<unknown>][] = [
    ['nothing at all', 'unreadable', async () => ({})],
    ['a state that is an array', 'unreadable', async () => ({ state: ['a'] })],
    ['a state that is too long', 'unreadable', async () => ({ state: 'a'.repeat(9_999) })],
    [
      'a link of another process',
      'unreadable',
      async () => {
        const asker = { tenantId: userId, userId, conversation: 'chat' };
        return { state: new ConsentStates('other').issue(asker, now), admin_consent: 'True' };
      },
    ],
    [
      'a link of 30 minutes ago',
      'expired',
      async () => {
        const query = given(await wire.tenants.add());
        now = now.add({ minutes: 30 });
        return query;
      },
    ],
    [
      'the consent of another tenant',
      'wrongTenant',
      async () => ({ ...given(await wire.tenants.add()), tenant: userId }),
    ],
    [
      'no consent',
      'refused',
      async () => ({ ...given(await wire.tenants.add()), admin_consent: 'False' }),
    ],
    [
      'an error, whatever else is said beside it',
      'refused',
      async () => ({ ...given(await wire.tenants.add()), error: 'access_denied' }),
    ],
    ['a tenant that has none of it', 'notYet', async () => given(await wire.tenants.addUnasked())],
    [
      'a tenant with a policy against it',
      'blocked',
      async () => {
        const tenantId = await wire.tenants.add();
        wire.tenants.consents.set(tenantId, { roles: [], isBlocked: true });
        return given(tenantId);
      },
    ],
    [
      'less than is needed',
      'incomplete',
      async () => given(await wire.tenants.add('happy', ['Organization.Read.All'])),
    ],
    [
      'a Graph that allows less than the token says',
      'incomplete',
      async () => {
        wire.graph.fail('403');
        return given(await wire.tenants.add());
      },
    ],
    [
      'a Graph that does not answer',
      'failed',
      async () => {
        wire.graph.fail('500');
        return given(await wire.tenants.add());
      },
    ],
    [
      'a person who is not in the directory',
      'stranger',
      async () => {
        const tenantId = await wire.tenants.add();
        return given(tenantId, linkFor(tenantId, strangerId));
      },
    ],
    [
      'a person without an id of the directory',
      'stranger',
      async () => {
        const tenantId = await wire.tenants.add();
        return given(tenantId, linkFor(tenantId, "29:x' or 1 eq 1"));
      },
    ],
    [
      'a guest',
      'guest',
      async () => {
        const tenantId = await wire.tenants.add();
        wire.tenants.guests.add(strangerId.replaceAll('9', '8'));
        return given(tenantId, linkFor(tenantId, strangerId.replaceAll('9', '8')));
      },
    ],
  ];
  for (const [what, outcome, make] of refusals) {
    it(`connects nothing, and says ${outcome}, for ${what}`, async () => {
      assert.equal(await outcomeOf(await make()), outcome);
      assert.equal(remembered.connected.size, 0);
    });
  }

  it('waits for a consent that Microsoft does not know of everywhere yet', async () => {
    const tenantId = await wire.tenants.addUnasked();
    const pending = outcomeOf(given(tenantId));
    setTimeout(() => wire.tenants.consents.set(tenantId, { roles: [...allRoles] }), 300);
    assert.equal(await pending, 'connected');
  });

  it('is taken once, however many come at the same time', async () => {
    const tenantId = await wire.tenants.add();
    const query = given(tenantId);
    const outcomes = await Promise.all([outcomeOf(query), outcomeOf(query), outcomeOf(query)]);
    assert.deepEqual(outcomes.toSorted(), ['connected', 'used', 'used']);
  });

  it('is forgotten: nothing is read any more, whoever asks', async () => {
    const tenantId = await wire.tenants.add();
    await connections.redeem(given(tenantId));
    const directory = whenConnected(microsoft.directory, remembered);
    assert.ok(await directory.organisation(tenantId));
    await connections.disconnect(tenantId);
    const calls = wire.graph.calls.length + wire.entra.calls.length;
    await assert.rejects(directory.organisation(tenantId), { code: 'connection.missing' });
    assert.equal(wire.graph.calls.length + wire.entra.calls.length, calls);
    assert.equal(await connections.find(tenantId), undefined);
  });

  it('asks who somebody is once in ten minutes, of each tenant for itself', async () => {
    const [one, other] = [await wire.tenants.add(), await wire.tenants.add()];
    for (const tenantId of [one, one, other]) {
      assert.equal(await connections.standingOf(tenantId, userId), 'member');
    }
    assert.equal(wire.graph.calls.length, 2);
    now = now.add({ minutes: 10 });
    await connections.standingOf(one, userId);
    assert.equal(wire.graph.calls.length, 3);
    wire.graph.fail('500');
    now = now.add({ minutes: 10 });
    assert.equal(await connections.standingOf(one, userId), 'unknown');
  });
});
