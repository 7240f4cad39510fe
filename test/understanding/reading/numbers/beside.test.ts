import assert from 'node:assert/strict';
import { quantityIn } from '../../../../understanding/reading/numbers/quantity.ts';
import { understand } from '../../../../understanding/understand.ts';

describe('Numbers beside the one of licences', () => {
  const told: [string, number][] = [
    ['Microsoft 365 E5 for 42 users, billed annually. Matter no. 20418.', 42],
    ['M365 E3 / qty 64 / 3-year term / billed annually. Budget code 7710.', 64],
    ["I'm 74 and new to this: Business Premium please, 40 licences", 40],
    ['premium please for 29, we were 28 until Ravi came back', 29],
    ['Premium, 26. It used to be 25 but Jo has just started.', 26],
    ['Office 365 E3, 35 seats ta, one year paid monthly', 35],
    ["it's 36 we need, one payment", 36],
    ['three folks left so premium for 22', 22],
  ];
  for (const [text, count] of told) {
    it(`are left out: ${text}`, () => assert.deepEqual(quantityIn(text), { is: 'count', count }));
  }

  it('are taken back with what was overlooked, and nothing waits for that', () => {
    const said = understand('Premium yearly for 35, no hold on, forgot our apprentice, 36');
    assert.deepEqual(said.quantity, { is: 'count', count: 36 });
    assert.equal(said.stops, false);
  });
});
