import assert from 'node:assert/strict';
import { wantsOtherLanguage } from '../../../understanding/intents/otherLanguage.ts';

describe('A language that is not spoken here', () => {
  for (const text of [
    'Please answer me in Dutch from now on',
    'is Danish an option',
    'my wife only reads Polish, could you write in that',
    'can you do Hindi',
    'Could you write that in simple German',
    'deutsch bitte',
  ]) {
    it(`is asked for as one of ours would be: "${text}"`, () => {
      assert.equal(wantsOtherLanguage(text), true);
    });
  }
  for (const text of [
    'Does German law allow our data there?',
    'Translate this contract to German',
    'our Danish office takes 30 Premium',
    'please answer me in Swedish from now on',
  ]) {
    it(`is only named here: "${text}"`, () => assert.equal(wantsOtherLanguage(text), false));
  }
});
