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
}
