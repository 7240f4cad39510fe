import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { KeyedQueue } from '../../storage/keyedQueue.ts';

describe('a keyed queue', () => {
  it('runs tasks of one key in the order in which they came', async () => {
    const queue = new KeyedQueue();
    const done: number[] = [];
    await Promise.all(
      [5, 1, 3].map((ms, n) =>
        queue.run('key', async () => {
          await sleep(ms);
          done.push(n);
        }),
      ),
    );
    assert.deepEqual(done, [0, 1, 2]);
  });

  it('lets other keys pass', async () => {
    const queue = new KeyedQueue();
    const done: string[] = [];
    const slow = queue.run('a', () => sleep(10).then(() => done.push('a')));
    await queue.run('b', async () => done.push('b'));
    await slow;
    assert.deepEqual(done, ['b', 'a']);
  });

  it('goes on after a task that failed, and tells its caller', async () => {
    const queue = new KeyedQueue();
    const failing = queue.run('key', () => Promise.reject(new RangeError('no')));
    const next = queue.run('key', async () => 'yes');
    await assert.rejects(failing, RangeError);
    assert.equal(await next, 'yes');
  });
});
