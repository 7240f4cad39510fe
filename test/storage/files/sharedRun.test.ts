import assert from 'node:assert/strict';
import { SharedRun } from '../../../storage/files/sharedRun.ts';

/** A task that waits to be told to end. */
function patientTask() {
  const runs: PromiseWithResolvers<void>[] = [];
  const shared = new SharedRun(() => {
    const run = Promise.withResolvers<void>();
    runs.push(run);
    return run.promise;
  });
  return { shared, runs };
}

const soon = () => new Promise(setImmediate);

describe('A shared run', () => {
  it('is one for all who ask in the same moment', async () => {
    const { shared, runs } = patientTask();
    const asked = [shared.run(), shared.run(), shared.run()];
    await soon();
    assert.equal(runs.length, 1);
    runs[0]?.resolve();
    await Promise.all(asked);
  });

  it('is not enough for who asks while it is under way: they share the next one', async () => {
    const { shared, runs } = patientTask();
    const first = shared.run();
    await soon();
    let done = false;
    const late = Promise.all([shared.run(), shared.run()]).then(() => {
      done = true;
    });
    runs[0]?.resolve();
    await first;
    await soon();
    assert.equal(done, false);
    assert.equal(runs.length, 2);
    runs[1]?.resolve();
    await late;
  });

  it('fails for those who shared it, and for nobody after them', async () => {
    const { shared, runs } = patientTask();
    const first = shared.run();
    await soon();
    const second = shared.run();
    runs[0]?.reject(new RangeError('full'));
    await assert.rejects(first, RangeError);
    await soon();
    runs[1]?.resolve();
    await second;
  });

  it('comes to rest when nobody waits any more, whatever failed', async () => {
    const { shared, runs } = patientTask();
    await shared.rest();
    const first = shared.run();
    await soon();
    const second = shared.run();
    let resting = true;
    const rest = shared.rest().then(() => {
      resting = false;
    });
    runs[0]?.reject(new RangeError('full'));
    await assert.rejects(first);
    await soon();
    assert.equal(resting, true);
    runs[1]?.resolve();
    await Promise.all([second, rest]);
  });
});
