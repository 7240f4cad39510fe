import assert from 'node:assert/strict';
import { exams } from './examItem.ts';
import { type Heard, heardExam } from './heardExam.ts';

/** Of 100 sentences that were learned from. */
const leastRight = 95;

describe('Sentences as busy people write them', function () {
  // Thousands of conversations.
  this.timeout(900_000);
  let heard: Map<string, Heard[]>;
  before(async () => {
    const all = exams.map(async (name) => [name, await heardExam({ name, half: 'work' })] as const);
    heard = new Map(await Promise.all(all));
  });

  for (const name of exams) {
    it(`are understood, and none leads to a review of something else: ${name}`, () => {
      const all = heard.get(name) ?? [];
      const having = (wanted: string) => all.filter(({ verdict }) => verdict === wanted);
      assert.deepEqual(
        having('harmful').map(({ item }) => item.text),
        [],
      );
      const right = having('right').length;
      assert.ok((right * 100) / all.length >= leastRight, `${right} of ${all.length}`);
    });
  }
});
