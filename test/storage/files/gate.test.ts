import assert from 'node:assert/strict';
import { setImmediate as tick } from 'node:timers/promises';
import { Gate } from '../../../storage/files/gate.ts';

describe('a gate', () => {
  it('lets no more in than its width, and everybody in the end', async () => {
    const gate = new Gate(3);
    let inside = 0;
    let most = 0;
    const visits = Array.from({ length: 20 }, (_, n) =>
      gate.run(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await tick();
        inside -= 1;
        if (n % 4 === 0) throw new RangeError(`visit ${n}`);
        return n;
      }),
    );
    const results = await Promise.allSettled(visits);
    assert.equal(most, 3);
    assert.equal(inside, 0);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 15);
  });
});
