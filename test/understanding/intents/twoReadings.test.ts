import assert from 'node:assert/strict';
import type { Intent } from '../../../locales/intents.ts';
import { twoReadings } from '../../../understanding/intents/twoReadings.ts';

describe('The two readings of a text that nothing understood', () => {
  const pairs: [text: string, likeliest: Intent][] = [
    ['need to revoke yesterdays order pls, cfo freaked out', 'withdraw'],
    ['en människa kanske', 'support'],
  ];
  for (const [text, likeliest] of pairs) {
    it(`are the likeliest intents: ${text}`, () => {
      const [first, second, ...others] = twoReadings(text);
      assert.equal(first, likeliest);
      assert.ok(second !== first && others.length === 0);
    });
  }

  for (const text of ['purple monkey dishwasher', 'qwertz 77 zzz', '12', '👍', '']) {
    it(`are none where nobody could tell: ${text || 'an empty text'}`, () => {
      assert.deepEqual(twoReadings(text), []);
    });
  }
});
