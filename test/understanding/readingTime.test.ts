import assert from 'node:assert/strict';
import { partsOf } from '../../understanding/parts.ts';
import { match } from '../../understanding/phrases.ts';
import { understand } from '../../understanding/understand.ts';
import { isWish } from '../../understanding/wish.ts';
import { exams, readExam } from '../dialogs/understanding/examItem.ts';
import { leastCpu } from '../support/process/cpuTime.ts';

const commands = ['status', 'withdraw', 'cancel', 'upgrade', 'back', 'next'];
/** Milliseconds of CPU for a sentence. */
const most = 2;
/** One of so many sentences is read. */
const apart = 8;

describe('Reading a sentence', function () {
  this.timeout(120_000);

  it('takes at most 2 ms of the CPU for 99 of 100', async () => {
    const all = (await Promise.all(exams.map((name) => readExam(name, 'work')))).flat();
    const items = all.filter((_item, at) => at % apart === 0);
    const read = ({ text }: { text: string }): void => {
      partsOf(text);
      understand(text);
      isWish(text);
      for (const key of commands) match(text, key);
    };
    for (const item of items) read(item);
    const taken: number[] = [];
    for (const item of items) taken.push(await leastCpu(() => read(item)));
    const p99 = taken.toSorted((a, b) => a - b)[Math.floor(taken.length * 0.99)] ?? 0;
    assert.ok(p99 <= most, `${p99.toFixed(2)} ms`);
  });
});
