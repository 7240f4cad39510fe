import assert from 'node:assert/strict';
import type { Intent } from '../../../locales/intents.ts';
import { twoReadings } from '../../../understanding/intents/twoReadings.ts';

describe('The two readings of a text that nothing understood', () => {
  const pairs: [text: string, ...readings: Intent[]][] = [
    ['need to revoke yesterdays order pls, cfo freaked out', 'withdraw', 'hold'],
    ['en människa kanske', 'support', 'hold'],
  ];
  for (const [text, ...readings] of pairs) {
    it(`are the likeliest intents: ${text}`, () => {
      assert.deepEqual(twoReadings(text), readings);
    });
  }

  for (const text of ['purple monkey dishwasher', 'qwertz 77 zzz', '12', '👍', '']) {
    it(`are none where nobody could tell: ${text || 'an empty text'}`, () => {
      assert.deepEqual(twoReadings(text), []);
    });
  }
});
