/** What the repository of orders must hold over every engine. */
import assert from 'node:assert/strict';
import type { Order } from '../../commerce/model/order.ts';
import type { Storage } from '../../storage/open.ts';
import { dropAfter, type Place } from '../support/storage/place.ts';
import { anOrder } from '../support/storage/samples.ts';

const notice = {
  kind: 'completed',
  conversation: 'c',
  at: '2026-03-01T09:00:00Z',
} as const;
const card = { conversation: 'c', activityId: 'a', token: 't' };

/** Order number `n` of its own quote. */
function numbered(n: number, given: Partial<Order> = {}): Order {
  return anOrder({ id: `UPG-0000000${n}`, quoteId: `quote-${n}`, ...given });
}

export function orderConformance(makePlace: () => Promise<Place>): void {
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

  it('keeps one open order a subscription, however many quotes are placed at once', async () => {
    const open = { nextCheckAt: '2026-03-01T09:00:00Z' };
    const quotes = Array.from({ length: 10 }, (_, n) => n);
    const inserted = await Promise.allSettled(
      quotes.map((n) => storage.orders.insert(numbered(n, open))),
    );
    const winner = quotes.find((n) => inserted[n]?.status === 'fulfilled') ?? -1;
    const refused = inserted.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    assert.deepEqual(refused, Array(9).fill('storage.conflict'));
    await nowAndAfterRestart(async () => {
      assert.deepEqual(await storage.orders.listByTenant('tenant-1'), [numbered(winner, open)]);
      const again = storage.orders.insert(numbered((winner + 1) % 10, open));
      await assert.rejects(again, { code: 'storage.conflict' });
      assert.equal(await storage.orders.insert(numbered(winner, open)), false);
    });
    const elsewhere = { ...open, id: 'UPG-00000011' };
    const other = { ...elsewhere, quoteId: 'quote-11', subscriptionId: 'subscription-2' };
    assert.equal(await storage.orders.insert(anOrder(other)), true);
    const abroad = { ...open, id: 'UPG-00000012', quoteId: 'quote-12', tenantId: 'tenant-2' };
    assert.equal(await storage.orders.insert(anOrder(abroad)), true);
    await storage.orders.replace(numbered(winner, { state: 'completed' }), 1);
    assert.equal(await storage.orders.insert(numbered((winner + 1) % 10, open)), true);
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
    for (const [n, nextCheckAt] of [
      [1, '2026-03-01T09:00:02Z'],
      [2, '2026-03-01T09:00:01.25Z'],
      [3, '2026-03-01T09:00:01Z'],
    ] as const) {
      await storage.orders.insert(numbered(n, { nextCheckAt, subscriptionId: `s${n}` }));
    }
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
}
