import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Storage } from '../../../storage/open.ts';
import { dropAfter } from '../../support/storage/place.ts';
import { PostgresPlace } from '../../support/storage/postgresPlace.ts';
import { aConversation } from '../../support/storage/samples.ts';
import { turnsConformance } from '../turnsConformance.ts';

const holders = `select holder from turns where holder is not null`;

describe('turns over PostgreSQL', () => {
  turnsConformance(() => PostgresPlace.make());
});

describe('turns of two processes', () => {
  let place: PostgresPlace;
  let one: Storage;
  let other: Storage;
  beforeEach(async () => {
    place = await PostgresPlace.make();
    one = await place.openStorage();
    other = await place.openStorage();
  });
  afterEach(dropAfter(() => place));

  it('loses none of 2,000 changes that read first and write then', async () => {
    await one.conversations.save('c', aConversation({ chosenLocale: '0' }), 0);
    const count = ({ conversations, turns }: Storage) =>
      turns.run('c', async () => {
        const stored = await conversations.load('c');
        assert.ok(stored);
        const chosenLocale = String(Number(stored.value.chosenLocale) + 1);
        await conversations.save('c', { ...stored.value, chosenLocale }, stored.version);
      });
    const counted = Array.from({ length: 1_000 }, () => [count(one), count(other)]);
    await Promise.all(counted.flat());
    const stored = await one.conversations.load('c');
    assert.equal(stored?.value.chosenLocale, '2000');
    assert.equal(stored?.version, 2001);
  });

  it('makes the other process wait, and no longer than the turn', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const done: string[] = [];
    const first = one.turns.run('c', () => promise.then(() => void done.push('first')));
    await untilHeld();
    const second = other.turns.run('c', async () => void done.push('second'));
    await sleep(50);
    assert.deepEqual(done, []);
    resolve();
    await Promise.all([first, second]);
    assert.deepEqual(done, ['first', 'second']);
    assert.deepEqual(await place.query(holders), []);
  });

  it('fails a turn that was taken for dead, and lets the other process go on', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const lost = one.turns.run('c', () => promise);
    await untilHeld();
    await place.query(`update turns set until = now() - interval '1 second'`);
    assert.equal(await other.turns.run('c', async () => 'went on'), 'went on');
    resolve();
    await assert.rejects(lost, { code: 'storage.unavailable' });
    assert.equal(await one.turns.run('c', async () => 'again'), 'again');
  });

  it('takes no more turns when it is closed, and finishes those under way', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const begun = one.turns.run('c', () => promise.then(() => 'done'));
    await untilHeld();
    const closing = one.close();
    resolve();
    assert.equal(await begun, 'done');
    await closing;
    await assert.rejects(
      one.turns.run('c', async () => 1),
      { code: 'storage.unavailable' },
    );
  });

  async function untilHeld(): Promise<Record<string, unknown>[]> {
    for (let tries = 0; tries < 500; tries += 1) {
      const found = await place.query(holders);
      if (found.length > 0) return found;
      await sleep(5);
    }
    assert.fail('nobody holds a lock');
  }
});
