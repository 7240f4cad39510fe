import assert from 'node:assert/strict';
import type { Storage } from '../../../storage/open.ts';
import { keyOf } from '../../../storage/postgres/text.ts';
import { dropAfter } from '../../support/storage/place.ts';
import { PostgresPlace } from '../../support/storage/postgresPlace.ts';
import { aConversation } from '../../support/storage/samples.ts';

const nothing = async (): Promise<void> => undefined;

describe('turns that share a trip to the database', () => {
  let place: PostgresPlace;
  let one: Storage;
  let other: Storage;
  beforeEach(async () => {
    place = await PostgresPlace.make();
    one = await place.openStorage();
    other = await place.openStorage();
  });
  afterEach(dropAfter(() => place));

  /** Turns that write a conversation each, all in one moment, after something else has happened. */
  async function writeTogether(count: number, before: (key: string) => Promise<unknown>) {
    const times = new Map<string, number>();
    let deciding = 0;
    const all = Promise.withResolvers<void>();
    const outcomes = await Promise.allSettled(
      Array.from({ length: count }, (_, n) => {
        const key = `c${n}`;
        return one.turns.decide(
          { key, tenantId: `tenant-${n}` },
          async () => {
            times.set(key, (times.get(key) ?? 0) + 1);
            const stored = await one.conversations.load(key);
            if (times.get(key) === 1) await before(key);
            deciding += 1;
            if (deciding === count) all.resolve();
            await all.promise;
            await one.conversations.save(key, aConversation(), stored?.version ?? 0);
          },
          nothing,
        );
      }),
    );
    return { times, outcomes };
  }

  it('take nobody along when they have to decide again', async () => {
    const { times, outcomes } = await writeTogether(8, async (key) => {
      if (key === 'c3') await other.conversations.save(key, aConversation(), 0);
    });
    assert.ok(outcomes.every(({ status }) => status === 'fulfilled'));
    const again = [...times].filter(([, count]) => count > 1);
    assert.deepEqual(again, [['c3', 2]]);
    for (let n = 0; n < 8; n += 1) {
      assert.equal((await other.conversations.load(`c${n}`))?.version, n === 3 ? 2 : 1);
    }
  });

  it('take nobody along when another process has taken theirs over', async () => {
    const { times, outcomes } = await writeTogether(8, async (key) => {
      if (key === 'c3') await place.query('delete from turns where key = $1', [keyOf(key)]);
    });
    const failed = outcomes.flatMap(({ status }, n) => (status === 'rejected' ? n : []));
    assert.deepEqual(failed, [3]);
    assert.ok([...times.values()].every((count) => count === 1));
    assert.equal((await place.query('select 1 from documents')).length, 7);
  });

  it('write the same document one after the other, though they do so in one moment', async () => {
    await one.tenantStates.save('tenant-1', 0, 0);
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        one.turns.decide(
          { key: `c${n}`, tenantId: 'tenant-1' },
          async () => {
            for (;;) {
              const stored = await one.tenantStates.load('tenant-1');
              const next = Number(stored?.value) + 1;
              const saving = one.tenantStates.save('tenant-1', next, stored?.version ?? 0);
              const saved = await saving.catch((error) => error.code);
              if (saved !== 'storage.conflict') return;
            }
          },
          nothing,
        ),
      ),
    );
    assert.deepEqual(await one.tenantStates.load('tenant-1'), { value: 8, version: 9 });
  });
});
