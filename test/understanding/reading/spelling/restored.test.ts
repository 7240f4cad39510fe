import assert from 'node:assert/strict';
import { restored } from '../../../../understanding/reading/spelling/restored.ts';
import { vocabulary } from '../../../../understanding/reading/spelling/vocabulary.ts';

describe('Swedish typed in a hurry', () => {
  for (const [typed, meant] of [
    ['arsvis', 'årsvis'],
    ['per manad', 'per månad'],
    ['andra antalet', 'ändra antalet'],
    ['lagg ordern', 'lägg ordern'],
    ['utan bindnings tid', 'utan bindningstid'],
    ['månads vis', 'månadsvis'],
    ['va kostar de', 'vad kostar det'],
    ['ja vill ha nåt', 'jag vill ha något'],
    ['de e bra', 'det är bra'],
    ['månad te månad', 'månad till månad'],
  ] as const) {
    it(`is read as it is meant: "${typed}"`, () => assert.equal(restored(typed), meant));
  }
  for (const text of [
    'move it for all of us',
    'tre års avtal',
    '3 års bindning',
    'den andra planen',
    'o365 e3',
    'e 3',
  ]) {
    it(`is left alone where nothing is missing: "${text}"`, () =>
      assert.equal(restored(text), text));
  }
  it('hides none of the words that are listened for', () => {
    const { sayings } = vocabulary();
    const all = new Set(sayings);
    const hidden = sayings.filter((saying) => !all.has(restored(saying)));
    assert.deepEqual(hidden, []);
  });
});
