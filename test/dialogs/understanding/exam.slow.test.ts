import assert from 'node:assert/strict';
import { exams, readExam } from './examItem.ts';
import { judge, type Verdict } from './judge.ts';
import { Sitting } from './sitting.ts';

/** Of 100 sentences that were learned from. */
const leastRight = 95;

describe('Sentences as busy people write them', function () {
  // Fifteen hundred conversations at a time.
  this.timeout(300_000);
  let sitting: Sitting;
  before(async () => {
    sitting = await Sitting.open();
  });
  after(() => sitting.close());

  for (const name of exams) {
    it(`are understood, and none leads to a review of something else: ${name}`, async () => {
      const locale = name.startsWith('sv') ? 'sv-SE' : 'en-US';
      const items = await readExam(name, 'work');
      const verdicts: Verdict[] = [];
      const harmful: string[] = [];
      for (const item of items) {
        const verdict = judge(item, await sitting.hear(item, locale));
        verdicts.push(verdict);
        if (verdict === 'harmful') harmful.push(item.text);
      }
      assert.deepEqual(harmful, []);
      const right = verdicts.filter((verdict) => verdict === 'right').length;
      assert.ok((right * 100) / items.length >= leastRight, `${right} of ${items.length}`);
    });
  }
});
