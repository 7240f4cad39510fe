import assert from 'node:assert/strict';
import { isQuestion } from '../../../understanding/questionKind.ts';
import { isWish } from '../../../understanding/wish.ts';

describe('A text without a question mark', () => {
  for (const text of [
    'ingår defender i BP',
    'funkar teams i E1',
    'va kostar tvåan',
    'varför minst 25',
    'stämmer de att max 300 pers kan ha premium',
    'kan vi säga upp när vi vill',
  ]) {
    it(`asks by its first words: "${text}"`, () => {
      assert.equal(isQuestion(text), true);
      assert.equal(isWish(text), false);
    });
  }
  for (const text of [
    'funkar bra så',
    'har 12 000 kr kvar i budgeten till premium',
    'ska ha 30 premium',
    'var vänlig och byt till premium',
    'gör det vanliga',
    '1 år betala på en gång',
  ]) {
    it(`tells, though it begins like a question: "${text}"`, () =>
      assert.equal(isQuestion(text), false));
  }
});
