import assert from 'node:assert/strict';
import { PostgresEngine } from '../../../storage/postgres/postgresEngine.ts';
import { keyOf } from '../../../storage/postgres/text.ts';
import { dropAfter } from '../../support/storage/place.ts';
import { PostgresPlace } from '../../support/storage/postgresPlace.ts';
import { aConversation, anOrder } from '../../support/storage/samples.ts';
import { engineConformance } from '../conformance.ts';
import { orderConformance } from '../orderConformance.ts';
import { repositoryConformance } from '../repositoryConformance.ts';
import { rowConformance } from '../rowConformance.ts';

describe('PostgresEngine', () => {
  engineConformance(() => PostgresPlace.make());
  rowConformance(() => PostgresPlace.make());
});

describe('repositories over PostgreSQL', () => {
  repositoryConformance(() => PostgresPlace.make());
  orderConformance(() => PostgresPlace.make());
});

describe('PostgresEngine and its tables', () => {
  let place: PostgresPlace;
  beforeEach(async () => {
    place = await PostgresPlace.make();
  });
  afterEach(dropAfter(() => place));

  it('builds its tables once, however many processes start at once', async () => {
    const engines = await Promise.all(Array.from({ length: 8 }, () => place.openEngine()));
    const steps = await place.query('select number from migrations order by number');
    assert.deepEqual(
      steps.map(({ number }) => number),
      [1, 2, 3, 4, 5],
    );
    for (const [n, engine] of engines.entries()) {
      assert.equal(await engine.create('quotes', `q${n}`, n), true);
    }
  });

  it('takes over tables in which two orders of a subscription wait, and lets both go on', async () => {
    const before = await place.openStorage();
    await place.query('alter table documents drop column exclusive');
    await place.query('delete from migrations where number = 2');
    const waiting = { nextCheckAt: '2026-03-01T09:00:00Z' };
    const both = [1, 2].map((n) =>
      anOrder({ id: `UPG-0000000${n}`, quoteId: `q${n}`, ...waiting }),
    );
    for (const order of both) {
      const { quoteId = '' } = order;
      await place.query(
        `insert into documents (collection, key, id, version, document, row_id, tenant_id, since,
            next_check_at) values ('orders', $1, $2, 1, $3, $4, 'tenant-1', $5, $6)`,
        [keyOf(quoteId), quoteId, order, order.id, order.placedAt, order.nextCheckAt],
      );
    }
    await before.close();
    const { orders } = await place.openStorage();
    for (const order of both) assert.equal(await orders.replace({ ...order, revision: 1 }, 1), 2);
    const third = anOrder({ id: 'UPG-00000003', quoteId: 'q3', ...waiting });
    await assert.rejects(orders.insert(third), { code: 'storage.conflict' });
  });

  it('has nothing taken by what a process of the version before brought to its end', async () => {
    const { orders } = await place.openStorage();
    await orders.insert(anOrder({ nextCheckAt: '2026-03-01T09:00:00Z' }));
    // It knows nothing of the newest column.
    await place.query('update documents set next_check_at = null');
    const next = anOrder({
      id: 'UPG-00000002',
      quoteId: 'q2',
      nextCheckAt: '2026-03-01T09:00:00Z',
    });
    assert.equal(await orders.insert(next), true);
  });

  it('leaves tables alone that a newer version has built further', async () => {
    const engine = await place.openEngine();
    await engine.create('quotes', 'q', 1);
    await place.query('insert into migrations (number) values (99)');
    await place.query('alter table documents add column later text');
    const again = await place.openEngine();
    assert.deepEqual(await again.read('quotes', 'q'), { document: 1, version: 1 });
  });

  it('shows every process what the others wrote, and lets one of them replace it', async () => {
    const [one, other] = [await place.openEngine(), await place.openEngine()];
    await one.create('orders', 'a', 1);
    assert.deepEqual(await other.read('orders', 'a'), { document: 1, version: 1 });
    const replaced = await Promise.allSettled(
      [one, other].map((engine, n) => engine.replace('orders', 'a', n, 1)),
    );
    assert.equal(replaced.filter(({ status }) => status === 'fulfilled').length, 1);
  });

  it('keeps ids that people can read', async () => {
    const engine = await place.openEngine();
    await engine.create('conversations', 'msteams|19:å@thread.v2', 1);
    await engine.create('conversations', 'x'.repeat(100_000), 1);
    const found = await place.query('select id from documents order by length(id)');
    assert.equal(found[0]?.id, 'msteams|19:å@thread.v2');
  });

  it('keeps what it set aside for people to look at, with the reason', async () => {
    const storage = await place.openStorage();
    await storage.conversations.save('a', aConversation(), 0);
    await place.query(`update documents set document = '{"v":2}', version = 2 where id = 'a'`);
    assert.equal(await storage.conversations.load('a'), undefined);
    const [aside] = await place.query('select collection, id, version, document from set_aside');
    const kept = { collection: 'conversations', id: 'a', version: 2, document: { v: 2 } };
    assert.deepEqual(aside, kept);
    assert.equal(place.warnings[0]?.details.code, 'storage.damaged');
    assert.equal(await storage.conversations.save('a', aConversation(), 0), 1);
  });

  it('never makes a second order of the quote whose order is damaged', async () => {
    const storage = await place.openStorage();
    await storage.orders.insert(anOrder({ nextCheckAt: '2026-03-01T09:00:00Z' }));
    const text = JSON.stringify(anOrder()).replace('"placed"', '"lost"');
    await place.query('update documents set document = $1, version = 2', [text]);
    await assert.rejects(storage.orders.get('UPG-00000001'), { code: 'storage.damaged' });
    assert.equal(await storage.orders.nextDue(), undefined);
    assert.deepEqual(await storage.orders.listByTenant('tenant-1'), []);
    assert.equal(await storage.orders.insert(anOrder({ id: 'UPG-00000003' })), false);
    // Another process, which may be of a version that understands it, is not kept from trying.
    const other = await place.openStorage();
    assert.deepEqual(await other.orders.due('2027-01-01T00:00:00Z', 9), ['UPG-00000001']);
  });

  it('goes on after its connections broke', async () => {
    const engine = await place.openEngine();
    await engine.create('quotes', 'q', 1);
    const others = `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'upgradera' and pid <> pg_backend_pid()`;
    await place.query(others);
    const read = () => engine.read('quotes', 'q');
    const first = await read().catch((error) => error.code);
    assert.ok(first === 'storage.unavailable' || first?.version === 1, String(first));
    assert.deepEqual(await read(), { document: 1, version: 1 });
  });

  it('tells in our words when there is no such database, and never the password', async () => {
    const url = new URL(place.url);
    url.pathname = '/nowhere';
    url.password = 'hush';
    const opening = PostgresEngine.open(url.href, place.log);
    await assert.rejects(opening, (error: { code?: string; detail?: string; cause?: unknown }) => {
      assert.equal(error.code, 'storage.unavailable');
      assert.match(error.detail ?? '', /^3D000: /);
      assert.doesNotMatch(error.detail ?? '', /hush/);
      return error.cause instanceof Error;
    });
  });

  it('is not ready without its table, and tells why', async () => {
    const storage = await place.openStorage();
    assert.equal(await storage.ready(), true);
    await place.query('drop table documents');
    assert.equal(await storage.ready(), false);
    assert.match(String(place.warnings[0]?.details.err), /storage\.unavailable.*42P01/);
  });
});
