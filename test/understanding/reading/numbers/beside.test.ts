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
    ['Pharmacy here. 31 Premium licences, yearly, invoice to branch 12', 31],
    ["We've 12 vans and 35 staff who'll need Premium", 35],
    ['premium, 33 (was 25)', 33],
    ["premium for 28, scratch that, Lou's leaving, 27", 27],
    ['1) E1 2) 35 users 3) month to month', 35],
  ];
  for (const [text, count] of told) {
    it(`are left out: ${text}`, () => assert.deepEqual(quantityIn(text), { is: 'count', count }));
  }

  it('are taken back with what was overlooked, and nothing waits for that', () => {
    const said = understand('Premium yearly for 35, no hold on, forgot our apprentice, 36');
    assert.deepEqual(said.quantity, { is: 'count', count: 36 });
    assert.equal(said.stops, false);
  });

  it('are asked about where more may be meant', () => {
    assert.equal(quantityIn('premium 30+'), 'unclear');
  });
});
