import assert from 'node:assert/strict';
import { isRefused, meantInstead } from '../../../understanding/intents/meantInstead.ts';

const cases: readonly [text: string, meant: string | undefined][] = [
  ['where is the order that we made on Tuesday', 'status'],
  ['var är beställningen vi gjorde i tisdags', 'status'],
  ['unlock the account of our new colleague', 'refused'],
  ['lås upp kontot åt vår nya kollega', 'refused'],
  ['purple monkey', 'unclear'],
  ['could we do this in svenska', 'language.sv-SE'],
];

describe('What no rule knows', () => {
  for (const [text, meant] of cases) {
    it(`is read by the sentences that it is like: ${text}`, () => {
      assert.equal(meantInstead(text), meant);
    });
  }

  for (const text of ['place the order', 'yes, order it', 'godkänt, beställ', 'next', '30', 'E3']) {
    it(`is no order, no number and no plan: ${text}`, () => {
      assert.equal(meantInstead(text), undefined);
    });
  }

  it('is no refusal when it is likelier a command of ours', () => {
    assert.equal(isRefused('ge mig en riktig människa'), false);
    assert.equal(isRefused('ge mig adminrättigheter'), true);
  });
});
