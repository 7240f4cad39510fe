/** What turns must hold, over every engine. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Turns } from '../../storage/contract/turns.ts';
import type { Storage } from '../../storage/open.ts';
import { dropAfter, type Place } from '../support/storage/place.ts';

export function turnsConformance(makePlace: () => Promise<Place>): void {
  let place: Place;
  let storage: Storage;
  let turns: Turns;

  beforeEach(async () => {
    place = await makePlace();
    storage = await place.openStorage();
    ({ turns } = storage);
  });
  afterEach(dropAfter(() => place));

  it('runs tasks of one key in the order in which they came', async () => {
    const done: number[] = [];
    await Promise.all(
      [5, 1, 3].map((ms, n) =>
        turns.run('key', async () => {
          await sleep(ms);
          done.push(n);
        }),
      ),
    );
    assert.deepEqual(done, [0, 1, 2]);
  });

  it('lets other keys pass', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const slow = turns.run('a', () => promise);
    await Promise.all(['b', 'a\u0000', '\ud800'].map((key) => turns.run(key, async () => key)));
    resolve();
    await slow;
  });

  it('goes on after a task that failed, and tells its caller', async () => {
    const failing = turns.run('key', () => Promise.reject(new RangeError('no')));
    const next = turns.run('key', async () => 'yes');
    await assert.rejects(failing, RangeError);
    assert.equal(await next, 'yes');
  });

  it('serves many more keys at once than it has connections, with the storage at work', async () => {
    const keys = Array.from({ length: 200 }, (_, n) => `key ${n}`);
    const task = async (key: string) => {
      await storage.tenantStates.save(key, 1, 0);
      await sleep(1);
      return (await storage.tenantStates.load(key))?.version;
    };
    const versions = await Promise.all(keys.map((key) => turns.run(key, () => task(key))));
    assert.deepEqual(new Set(versions), new Set([1]));
  });

  describe('of two parts', () => {
    const turn = { key: 'c', tenantId: 't' };
    const states = () => storage.tenantStates;
    const never = async (): Promise<never> => assert.fail('told all the same');

    it('have stored all that was decided before anything is told', async () => {
      const told = await turns.decide(
        turn,
        async () => {
          await states().save('t', { n: 1 }, 0);
          await states().save('other', { n: 2 }, 0);
          assert.deepEqual(await states().load('t'), { value: { n: 1 }, version: 1 });
          assert.equal(await states().save('t', { n: 3 }, 1), 2);
          return 'decided';
        },
        async (decided) => [decided, await states().load('t'), await states().load('other')],
      );
      const [t, other] = [
        { value: { n: 3 }, version: 2 },
        { value: { n: 2 }, version: 1 },
      ];
      assert.deepEqual(told, ['decided', t, other]);
      const another = await place.openStorage().catch(() => storage);
      assert.deepEqual(await another.tenantStates.load('t'), t);
    });

    it('tell nothing when deciding fails, and go on with the next', async () => {
      const failing = turns.decide(turn, () => Promise.reject(new RangeError('no')), never);
      await assert.rejects(failing, RangeError);
      const next = turns.decide(
        turn,
        async () => 1,
        async (n) => n + 1,
      );
      assert.equal(await next, 2);
    });

    it('do what waits for it as soon as it is stored, and at once where nothing is decided', async () => {
      const seen: unknown[] = [];
      const look = () =>
        void states()
          .load('t')
          .then((found) => seen.push(found?.value));
      await turns.decide(
        turn,
        async () => {
          await states().save('t', 'stored', 0);
          turns.afterwards(look);
        },
        async () => sleep(20),
      );
      turns.afterwards(() => seen.push('at once'));
      assert.deepEqual(seen, ['stored', 'at once']);
    });

    it('wait for each other and for whole turns of the same key', async () => {
      const done: string[] = [];
      const step = (name: string) => async () => {
        await sleep(5);
        done.push(name);
      };
      await Promise.all([
        turns.decide(turn, step('a'), step('b')),
        turns.run('c', step('c')),
        turns.decide(turn, step('d'), step('e')),
      ]);
      assert.deepEqual(done, ['a', 'b', 'c', 'd', 'e']);
    });
  });
}
