/** What the repositories must hold over every engine. */
import assert from 'node:assert/strict';
import type { Storage } from '../../storage/open.ts';
import { dropAfter, type Place } from '../support/storage/place.ts';
import {
  aConversation,
  aMove,
  aMovePart,
  anOrder,
  aQuote,
  aWatch,
} from '../support/storage/samples.ts';

const grant = {
  token: 't',
  card: 'home',
  verbs: ['upgrade.start'],
  subject: {},
  choices: [],
  expiresAt: '2026-04-01T09:00:00Z',
};

export function repositoryConformance(makePlace: () => Promise<Place>): void {
  let place: Place;
  let storage: Storage;

  beforeEach(async () => {
    place = await makePlace();
    storage = await place.openStorage();
  });
  afterEach(dropAfter(() => place));

  async function reopen(): Promise<void> {
    await storage.close();
    storage = await place.openStorage();
  }

  /** Asks now, and again of the index that a restart builds. */
  async function nowAndAfterRestart(ask: () => Promise<void>): Promise<void> {
    await ask();
    await reopen();
    await ask();
  }

  it('keeps what it stored from changes of those who read it', async () => {
    await storage.orders.insert(anOrder());
    const stored = aConversation({
      stacks: [{ userId: 'u', version: 'v', state: { stack: [] } }],
      grants: [grant],
    });
    await storage.conversations.save('c', stored, 0);
    const order = (await storage.orders.get('UPG-00000001'))?.value;
    assert.throws(() => order?.audit.pop(), TypeError);
    const conversation = (await storage.conversations.load('c'))?.value;
    assert.ok(conversation);
    conversation.chosenLocale = 'sv-SE';
    for (const row of conversation.grants) row.activityId = 'changed';
    const { stack } = conversation.stacks[0]!.state as { stack: number[] };
    assert.throws(() => stack.push(1), TypeError);
    assert.deepEqual(await storage.orders.get('UPG-00000001'), { value: anOrder(), version: 1 });
    assert.deepEqual((await storage.conversations.load('c'))?.value, stored);
  });

  it('makes one watch of an id, and tells when it is due and what it owes', async () => {
    const { watches } = storage;
    const waiting = aWatch({ nextCheckAt: '2026-03-01T09:15:00Z' });
    assert.equal(await watches.insert(waiting), true);
    assert.equal(await watches.insert(aWatch()), false);
    assert.deepEqual(await watches.undelivered(9), []);
    await nowAndAfterRestart(async () => {
      assert.deepEqual(await storage.watches.get('watch-1'), { value: waiting, version: 1 });
      assert.deepEqual(await storage.watches.due('2026-03-01T09:15:00Z', 9), ['watch-1']);
      assert.deepEqual(await storage.watches.listByTenant('tenant-1'), [waiting]);
    });
    await storage.watches.replace(aWatch({ state: 'fulfilled', notice: 'pending' }), 1);
    await nowAndAfterRestart(async () => {
      assert.equal(await storage.watches.nextDue(), undefined);
      assert.deepEqual(await storage.watches.undelivered(9), ['watch-1']);
    });
  });

  it('keeps a move and its parts, and writes over no part that was not read', async () => {
    const running = aMove({ state: 'running', nextCheckAt: '2026-03-01T09:15:00Z' });
    assert.equal(await storage.moves.insert(running), true);
    assert.equal(await storage.moves.insert(running), false);
    assert.equal(await storage.moveParts.save(aMovePart(), 0), 1);
    await assert.rejects(storage.moveParts.save(aMovePart(), 0), { code: 'storage.conflict' });
    const begun = aMovePart({ phase: 'begun', pass: 1 });
    assert.equal(await storage.moveParts.save(begun, 1), 2);
    await nowAndAfterRestart(async () => {
      assert.deepEqual(await storage.moves.due('2026-03-01T09:15:00Z', 9), ['move-1']);
      assert.deepEqual(await storage.moves.listByTenant('tenant-1'), [running]);
      assert.deepEqual(await storage.moveParts.get('move-1', 0), { value: begun, version: 2 });
      assert.equal(await storage.moveParts.get('move-1', 1), undefined);
    });
  });

  it('keeps a quote as it was made', async () => {
    await storage.quotes.insert(aQuote());
    const again = storage.quotes.insert(aQuote({ dueToday: 1 }));
    await assert.rejects(again, { code: 'storage.conflict' });
    await nowAndAfterRestart(async () => {
      assert.deepEqual(await storage.quotes.get('quote-1'), aQuote());
      assert.equal(await storage.quotes.get('quote-2'), undefined);
    });
  });

  it('keeps a conversation, and refuses to write over what was not read', async () => {
    const { conversations } = storage;
    assert.equal(await conversations.load('c'), undefined);
    assert.equal(await conversations.save('c', aConversation(), 0), 1);
    const again = conversations.save('c', aConversation(), 0);
    await assert.rejects(again, { code: 'storage.conflict' });
    const swedish = aConversation({ chosenLocale: 'sv-SE' });
    assert.equal(await conversations.save('c', swedish, 1), 2);
    const late = conversations.save('c', aConversation(), 1);
    await assert.rejects(late, { code: 'storage.conflict' });
    await nowAndAfterRestart(async () => {
      assert.deepEqual(await storage.conversations.load('c'), { value: swedish, version: 2 });
    });
  });

  it('knows who has talked to the bot in a tenant, latest first, each chat once', async () => {
    const contact = (n: number, given = {}) => ({
      conversation: `chat-${n}`,
      userId: `user-${n}`,
      since: `2026-03-0${n}T09:00:00Z`,
      ...given,
    });
    for (const n of [1, 3, 2]) await storage.contacts.add('tenant-1', contact(n));
    const again = contact(1, { userId: 'later', since: '2026-03-09T09:00:00Z' });
    await storage.contacts.add('tenant-1', again);
    await storage.contacts.add('tenant-2', contact(4));
    await nowAndAfterRestart(async () => {
      const found = await storage.contacts.ofTenant('tenant-1');
      assert.deepEqual(found, [contact(3), contact(2), contact(1)]);
      assert.deepEqual(await storage.contacts.ofTenant('tenant-3'), []);
    });
  });

  it('knows the fifty of a tenant who came last, however many come at once', async () => {
    const at = (n: number) => `2026-03-01T09:00:${String(n).padStart(2, '0')}Z`;
    const many = Array.from({ length: 59 }, (_, n) => ({
      conversation: `chat-${n}`,
      userId: `user-${n}`,
      since: at(n),
    }));
    await Promise.all(many.map((one) => storage.contacts.add('tenant-1', one)));
    const found = await storage.contacts.ofTenant('tenant-1');
    assert.deepEqual(found, many.slice(-50).reverse());
  });

  it('remembers the first attempt, however many follow, until it is too old', async () => {
    const attempt = { tenantId: 't', subscriptionId: 's', code: 'HIGH_VOLUME' };
    const note = (at: string, notBefore: string, other = {}) =>
      storage.firstAttempts.note({ ...attempt, ...other }, at, notBefore);
    const [first, second, third] = [
      '2026-03-01T09:00:00Z',
      '2026-03-01T09:30:00Z',
      '2026-03-02T09:30:00Z',
    ];
    const noted = await Promise.all([note(first, first), note(first, first)]);
    assert.deepEqual(noted, [first, first]);
    await nowAndAfterRestart(async () => {
      assert.equal(await note(second, first), first);
    });
    assert.equal(await note(second, first, { tenantId: 'u' }), second);
    assert.equal(await note(second, first, { subscriptionId: 'u' }), second);
    assert.equal(await note(second, first, { code: 'OTHER' }), second);
    assert.equal(await note(third, second), third);
    assert.equal(await note(third, second), third);
  });

  it('knows which tenants are connected, and takes each consent once', async () => {
    const connected = { at: '2026-03-01T09:00:00Z', by: 'user-1', permissions: ['Some.Read'] };
    const consent = (id: string, until = '2026-03-01T09:30:00Z') => ({ id, until });
    const use = (id: string, tenantId = 'tenant-1', now = '2026-03-01T09:00:00Z') =>
      storage.connections.use(tenantId, consent(id), now);
    assert.equal(await storage.connections.find('tenant-1'), undefined);
    const uses = await Promise.all([use('one'), use('one'), use('one')]);
    assert.equal(uses.filter(Boolean).length, 1);
    assert.equal(await use('one', 'tenant-2'), true);
    await storage.connections.connect('tenant-1', connected);
    await nowAndAfterRestart(async () => {
      assert.deepEqual(await storage.connections.find('tenant-1'), connected);
      assert.equal(await storage.connections.find('tenant-2'), undefined);
      assert.equal(await use('one'), false);
    });
    await storage.connections.disconnect('tenant-1');
    await storage.connections.disconnect('tenant-3');
    assert.equal(await storage.connections.find('tenant-1'), undefined);
    assert.equal(await use('one'), false);
    assert.equal(await use('two', 'tenant-1', '2026-03-01T10:00:00Z'), true);
  });

  it('keeps the state of a tenant, whatever its shape', async () => {
    const { tenantStates } = storage;
    assert.equal(await tenantStates.load('t'), undefined);
    assert.equal(await tenantStates.save('t', { users: [1, 2] }, 0), 1);
    assert.equal(await tenantStates.save('t', { users: [] }, 1), 2);
    const late = tenantStates.save('t', {}, 1);
    await assert.rejects(late, { code: 'storage.conflict' });
    await nowAndAfterRestart(async () => {
      assert.deepEqual(await storage.tenantStates.load('t'), {
        value: { users: [] },
        version: 2,
      });
    });
  });

  it('keeps price sheets, a country each', async () => {
    const { priceSheets } = storage;
    assert.equal(await priceSheets.load('SE'), undefined);
    assert.equal(await priceSheets.save('SE', { rows: [1] }, 0), 1);
    await assert.rejects(priceSheets.save('SE', {}, 0), { code: 'storage.conflict' });
    await nowAndAfterRestart(async () => {
      const stored = await storage.priceSheets.load('SE');
      assert.deepEqual(stored, { value: { rows: [1] }, version: 1 });
      assert.equal(await storage.priceSheets.load('NO'), undefined);
    });
  });

  it('is ready while it is open', async () => {
    assert.equal(await storage.ready(), true);
    await storage.close();
    assert.equal(await storage.ready(), false);
  });
}
