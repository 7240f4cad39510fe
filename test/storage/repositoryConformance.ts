/** What the repositories must hold over every engine. */
import assert from 'node:assert/strict';
import type { Order } from '../../commerce/model/order.ts';
import type { Storage } from '../../storage/open.ts';
import { dropAfter, type Place } from './place.ts';
import { aConversation, anOrder, aQuote, aWatch } from './samples.ts';

const notice = {
  kind: 'completed',
  conversation: 'c',
  at: '2026-03-01T09:00:00Z',
} as const;
const grant = {
  token: 't',
  card: 'home',
  verbs: ['upgrade.start'],
  subject: {},
  choices: [],
  expiresAt: '2026-04-01T09:00:00Z',
};
const card = { conversation: 'c', activityId: 'a', token: 't' };

/** Order number `n` of its own quote. */
function numbered(n: number, given: Partial<Order> = {}): Order {
  return anOrder({ id: `UPG-0000000${n}`, quoteId: `quote-${n}`, ...given });
}

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

  it('finds an order by its id and by its quote', async () => {
    assert.equal(await storage.orders.insert(anOrder()), true);
    await nowAndAfterRestart(async () => {
      const stored = { value: anOrder(), version: 1 };
      assert.deepEqual(await storage.orders.get('UPG-00000001'), stored);
      assert.deepEqual(await storage.orders.findByQuote('quote-1'), stored);
      assert.equal(await storage.orders.get('UPG-00000002'), undefined);
      assert.equal(await storage.orders.findByQuote('quote-2'), undefined);
    });
  });

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

  it('makes one order of a quote, however many ask at once', async () => {
    const ids = Array.from({ length: 50 }, (_, n) => `UPG-${String(n).padStart(8, '0')}`);
    const inserted = await Promise.all(ids.map((id) => storage.orders.insert(anOrder({ id }))));
    assert.equal(inserted.filter((won) => won).length, 1);
    await nowAndAfterRestart(async () => {
      const order = await storage.orders.findByQuote('quote-1');
      assert.equal(order?.value.id, ids[inserted.indexOf(true)]);
      assert.deepEqual(await storage.orders.listByTenant('tenant-1'), [order?.value]);
    });
  });

  it('gives no reference to two orders', async () => {
    await storage.orders.insert(anOrder());
    const second = storage.orders.insert(anOrder({ quoteId: 'quote-2' }));
    await assert.rejects(second, { code: 'storage.conflict' });
    assert.equal(await storage.orders.findByQuote('quote-2'), undefined);
  });

  it('replaces an order only in the version that was read', async () => {
    await storage.orders.insert(anOrder());
    const changed = anOrder({ state: 'provisioning', revision: 1 });
    assert.equal(await storage.orders.replace(changed, 1), 2);
    await assert.rejects(storage.orders.replace(anOrder(), 1), { code: 'storage.conflict' });
    await assert.rejects(storage.orders.replace(numbered(2), 1), { code: 'storage.conflict' });
    await nowAndAfterRestart(async () => {
      assert.deepEqual(await storage.orders.get(changed.id), { value: changed, version: 2 });
    });
  });

  it("lists a tenant's orders, newest first, and nobody else's", async () => {
    await storage.orders.insert(numbered(1, { placedAt: '2026-03-01T09:00:00.5Z' }));
    await storage.orders.insert(numbered(2, { placedAt: '2026-03-02T09:00:00Z' }));
    await storage.orders.insert(numbered(3, { placedAt: '2026-03-01T09:00:00Z' }));
    await storage.orders.insert(numbered(4, { tenantId: 'tenant-2' }));
    await nowAndAfterRestart(async () => {
      const listed = await storage.orders.listByTenant('tenant-1');
      assert.deepEqual(
        listed.map(({ quoteId }) => quoteId),
        ['quote-2', 'quote-1', 'quote-3'],
      );
      assert.deepEqual(await storage.orders.listByTenant('tenant-3'), []);
    });
  });

  it('tells which orders are due, earliest first', async () => {
    await storage.orders.insert(numbered(1, { nextCheckAt: '2026-03-01T09:00:02Z' }));
    await storage.orders.insert(numbered(2, { nextCheckAt: '2026-03-01T09:00:01.25Z' }));
    await storage.orders.insert(numbered(3, { nextCheckAt: '2026-03-01T09:00:01Z' }));
    await storage.orders.insert(numbered(4));
    await nowAndAfterRestart(async () => {
      const { orders } = storage;
      assert.deepEqual(await orders.due('2026-03-01T09:00:00.999Z', 9), []);
      assert.deepEqual(await orders.due('2026-03-01T09:00:01.25Z', 9), [
        'UPG-00000003',
        'UPG-00000002',
      ]);
      assert.deepEqual(await orders.due('2026-03-02T00:00:00Z', 2), [
        'UPG-00000003',
        'UPG-00000002',
      ]);
      assert.equal(await orders.nextDue(), '2026-03-01T09:00:01Z');
    });
  });

  it('forgets the wake-up of an order that needs none any more', async () => {
    await storage.orders.insert(numbered(1, { nextCheckAt: '2026-03-01T09:00:02Z' }));
    await storage.orders.replace(numbered(1, { state: 'completed' }), 1);
    await nowAndAfterRestart(async () => {
      assert.deepEqual(await storage.orders.due('2027-01-01T00:00:00Z', 9), []);
      assert.equal(await storage.orders.nextDue(), undefined);
    });
  });

  for (const [what, given, owed] of [
    ['a pending notice', { notices: [{ ...notice, status: 'pending' }] }, true],
    ['a notice that was being sent', { notices: [{ ...notice, status: 'sending' }] }, true],
    ['a card of an old revision', { revision: 2, cards: [{ ...card, revision: 1 }] }, true],
    ['a sent notice', { notices: [{ ...notice, status: 'sent' }] }, false],
    ['a notice of doubtful fate', { notices: [{ ...notice, status: 'ambiguous' }] }, false],
    ['a card of this revision', { revision: 2, cards: [{ ...card, revision: 2 }] }, false],
  ] as [string, Partial<Order>, boolean][]) {
    it(`${owed ? 'has' : 'has nothing'} to deliver for ${what}`, async () => {
      await storage.orders.insert(numbered(1, given));
      await nowAndAfterRestart(async () => {
        assert.deepEqual(await storage.orders.undelivered(9), owed ? ['UPG-00000001'] : []);
      });
      await storage.orders.replace(numbered(1), 1);
      assert.deepEqual(await storage.orders.undelivered(9), []);
    });
  }

  it('puts an order that was tried in vain behind the others', async () => {
    const owing: Partial<Order> = { notices: [{ ...notice, status: 'pending' }] };
    for (const n of [1, 2, 3]) await storage.orders.insert(numbered(n, owing));
    await storage.orders.replace(numbered(1, owing), 1);
    assert.deepEqual(await storage.orders.undelivered(2), ['UPG-00000002', 'UPG-00000003']);
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

  it('is ready while it is open', async () => {
    assert.equal(await storage.ready(), true);
    await storage.close();
    assert.equal(await storage.ready(), false);
  });
}
