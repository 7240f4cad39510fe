import assert from 'node:assert/strict';
import { directoryWrites } from '../../../../commerce/model/policyValues.ts';
import { CallPace } from '../../../../commerce/move/working/callPace.ts';
import { MemoryMoveParts, MemoryMoves } from '../../../support/storage/memoryMoves.ts';
import { MemoryLicences } from '../../../support/tenant/memoryLicences.ts';
import { MoveDesk, people, products } from '../../../support/tenant/moveDesk.ts';
import { firstInstant } from '../../../support/tenant/simulatedTenant.ts';

const { calls: most, seconds } = directoryWrites;

interface Written {
  /** Seconds. */
  at: number;
  count: number;
}

/** The most calls in any window of the limit. */
function busiest(written: readonly Written[]): number {
  const sums = written.map(({ at: from }) =>
    written
      .filter(({ at }) => at >= from && at < from + seconds)
      .reduce((sum, { count }) => sum + count, 0),
  );
  return Math.max(...sums);
}

describe('The pace of a move', () => {
  /** Ten thousand users; reading takes a fifth of a second, changing two fifths. */
  async function play(throttled: number | undefined, restartsEvery?: number) {
    const licences = new MemoryLicences(people(10_000), products, 999);
    const desk = new MoveDesk(licences, {
      moves: new MemoryMoves(),
      moveParts: new MemoryMoveParts(),
    });
    const { id } = await desk.begun();
    const start = desk.now.epochMilliseconds;
    const written: Written[] = [];
    let calls = 0;
    licences.before = async (call) => {
      desk.pass({ milliseconds: call === 'change' ? 400 : 200 });
    };
    licences.fault = (changes) => {
      calls += 1;
      written.push({ at: (desk.now.epochMilliseconds - start) / 1000, count: changes.length });
      if (restartsEvery && calls % restartsEvery === 0) desk.restart();
      return throttled && calls % 10 === 0 ? { throttled } : 'none';
    };
    const move = await desk.run(id);
    assert.deepEqual(move.tally, { states: { confirmed: 10_000 }, reasons: {} });
    return { written, took: written.at(-1)!.at };
  }

  const allowed = (10_000 / most) * seconds;

  it('takes no more than 110 % of the time that the limit allows, and never exceeds it', async () => {
    const { written, took } = await play(undefined);
    assert.ok(busiest(written) <= most, `${busiest(written)} in a window`);
    assert.ok(took <= 1.1 * allowed, `${took} s`);
  });

  it('holds the same when every tenth call is throttled, which counts as well', async () => {
    const { written, took } = await play(2);
    assert.ok(written.length >= 550);
    assert.ok(busiest(written) <= most, `${busiest(written)} in a window`);
    assert.ok(took <= 1.1 * allowed, `${took} s`);
  });

  it('is kept by the process that goes on', async () => {
    const { written } = await play(undefined, 37);
    assert.ok(busiest(written) <= most, `${busiest(written)} in a window`);
  });

  it("is each tenant's own", () => {
    const pace = new CallPace();
    pace.note('a', most, firstInstant);
    assert.ok(pace.wait('a', 1, firstInstant) >= seconds);
    assert.equal(pace.wait('b', most, firstInstant), 0);
    const later = firstInstant.add({ seconds: seconds + 2 });
    assert.equal(pace.wait('a', most, later), 0);
  });
});
