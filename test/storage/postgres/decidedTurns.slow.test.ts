import assert from 'node:assert/strict';
import type { TurnNotes } from '../../../storage/contract/turns.ts';
import type { Storage } from '../../../storage/open.ts';
import { dropAfter } from '../../support/storage/place.ts';
import { PostgresPlace } from '../../support/storage/postgresPlace.ts';
import { aConversation, anOrder } from '../../support/storage/samples.ts';

const turn = { key: 'c', tenantId: 'tenant-1' };
const nothing = async (): Promise<void> => undefined;

describe('turns over PostgreSQL that decide first', () => {
  let place: PostgresPlace;
  let one: Storage;
  let other: Storage;
  beforeEach(async () => {
    place = await PostgresPlace.make();
    one = await place.openStorage();
    other = await place.openStorage();
  });
  afterEach(dropAfter(() => place));

  it('show nobody else anything before all of it is stored', async () => {
    await one.turns.decide(
      turn,
      async () => {
        await one.conversations.save('c', aConversation(), 0);
        await one.orders.insert(anOrder());
        assert.equal(await other.conversations.load('c'), undefined);
        assert.equal(await other.orders.get(anOrder().id), undefined);
      },
      async () => {
        assert.equal((await other.conversations.load('c'))?.version, 1);
        assert.equal((await other.orders.get(anOrder().id))?.version, 1);
      },
    );
  });

  it('store nothing when deciding fails in the end', async () => {
    const failing = one.turns.decide(
      turn,
      async () => {
        await one.orders.insert(anOrder());
        throw new RangeError('no');
      },
      nothing,
    );
    await assert.rejects(failing, RangeError);
    assert.deepEqual(await place.query('select 1 from documents'), []);
  });

  it('decide again when somebody else has changed what they write', async () => {
    await one.tenantStates.save('tenant-1', 0, 0);
    const seen: unknown[] = [];
    await one.turns.decide(
      turn,
      async () => {
        const stored = await one.tenantStates.load('tenant-1');
        seen.push(stored?.value);
        if (seen.length === 1) await other.tenantStates.save('tenant-1', 10, 1);
        await one.tenantStates.save('tenant-1', Number(stored?.value) + 1, stored?.version ?? 0);
      },
      nothing,
    );
    assert.deepEqual(seen, [0, 10]);
    assert.deepEqual(await one.tenantStates.load('tenant-1'), { value: 11, version: 3 });
  });

  it('order nothing by what somebody else has changed meanwhile, though they only read it', async () => {
    await one.tenantStates.save('tenant-1', 'cheap', 0);
    const seen: unknown[] = [];
    await one.turns.decide(
      turn,
      async () => {
        seen.push((await one.tenantStates.load('tenant-1'))?.value);
        if (seen.length === 1) await other.tenantStates.save('tenant-1', 'dear', 1);
        if (seen.at(-1) === 'cheap') await one.orders.insert(anOrder());
      },
      nothing,
    );
    assert.deepEqual(seen, ['cheap', 'dear']);
    assert.deepEqual(await one.orders.listByTenant('tenant-1'), []);
  });

  it('make one order of a quote, however many decide it at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, n) => {
        const storage = n % 2 ? one : other;
        const key = `c${n}`;
        return storage.turns.decide(
          { ...turn, key },
          async () => storage.orders.insert(anOrder()),
          async (inserted) => inserted,
        );
      }),
    );
    assert.equal(outcomes.filter((inserted) => inserted).length, 1);
  });

  it('find the documents of their tenant, also what they have just written', async () => {
    const [older, newer] = [1, 2].map((n) =>
      anOrder({ id: `UPG-0000000${n}`, quoteId: `q${n}`, placedAt: `2026-03-0${n}T09:00:00Z` }),
    ) as [ReturnType<typeof anOrder>, ReturnType<typeof anOrder>];
    await other.orders.insert(older);
    await one.turns.decide(
      turn,
      async () => {
        await one.orders.insert(newer);
        const listed = (await one.orders.listByTenant('tenant-1')).map(({ id }) => id);
        assert.deepEqual(listed, [newer.id, older.id]);
        assert.equal((await one.orders.get(newer.id))?.version, 1);
        assert.equal(await one.orders.replace({ ...older, revision: 7 }, 1), 2);
        assert.equal((await one.orders.get(older.id))?.value.revision, 7);
      },
      nothing,
    );
    assert.equal((await other.orders.get(older.id))?.value.revision, 7);
    assert.equal((await other.orders.get(newer.id))?.version, 1);
  });

  it('leave notes for the next one in any process, until that has them stored', async () => {
    const notesOf = async (storage: Storage, write?: unknown[]): Promise<readonly unknown[]> =>
      storage.turns.decide(
        turn,
        async (notes) => notes?.read() ?? [],
        async (found, notes: TurnNotes | undefined) => {
          if (write) notes?.write(write);
          return found;
        },
      );
    assert.deepEqual(await notesOf(one, ['a', 'b']), []);
    assert.deepEqual(await notesOf(other), ['a', 'b']);
    const failing = one.turns.decide(
      turn,
      async (notes) => {
        notes?.write([]);
        throw new RangeError('not stored');
      },
      nothing,
    );
    await assert.rejects(failing, RangeError);
    assert.deepEqual(await notesOf(one, []), ['a', 'b']);
    assert.deepEqual(await notesOf(other), []);
    while ((await place.query('select 1 from turns')).length > 0);
  });

  it('store nothing when another process has taken the turn over', async () => {
    const late = one.turns.decide(
      turn,
      async () => {
        await one.conversations.save('c', aConversation(), 0);
        await place.query('delete from turns');
      },
      nothing,
    );
    await assert.rejects(late, { code: 'storage.unavailable' });
    assert.equal(await one.conversations.load('c'), undefined);
  });

  it('need no connection while they are under way', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const under = Array.from({ length: 32 }, (_, n) =>
      one.turns.decide(
        { ...turn, key: `c${n}` },
        async () => one.conversations.save(`c${n}`, aConversation(), 0),
        () => promise,
      ),
    );
    while ((await place.query('select 1 from documents')).length < 32);
    const idle = await place.query(
      `select count(*)::integer as open, count(*) filter (where state <> 'idle')::integer as busy
        from pg_stat_activity where application_name = 'upgradera' and query like '%_turn_1%'`,
    );
    assert.ok(Number(idle[0]?.open) <= 10, JSON.stringify(idle));
    assert.equal(idle[0]?.busy, 0);
    resolve();
    await Promise.all(under);
  });

  it('hold on to a turn as long as it lasts', async function () {
    this.timeout(20_000);
    const { promise, resolve } = Promise.withResolvers<void>();
    const done: string[] = [];
    const first = one.turns.run('c', () => promise.then(() => void done.push('first')));
    while ((await place.query('select 1 from turns')).length === 0);
    const second = other.turns.run('c', async () => void done.push('second'));
    setTimeout(resolve, 4_500);
    await Promise.all([first, second]);
    assert.deepEqual(done, ['first', 'second']);
  });
});
