import assert from 'node:assert/strict';
import { figures } from '../../../cards/kit/elements.ts';
import { money } from '../../../commerce/model/money.ts';
import { localiser } from '../../../locales/localiser.ts';

describe('Figures side by side', () => {
  for (const [locale, shows] of [
    ['en-US', 'SEK 1,234,567.89'],
    ['sv-SE', '1\u00a0234\u00a0567,89 kr'],
  ] as const) {
    it(`may end a line at the currency, and not within the number, in ${locale}`, () => {
      const amount = localiser(locale).money(money(123_456_789, 'SEK'));
      const drawn = JSON.stringify(figures([['Due', amount]]));
      assert.ok(drawn.includes(JSON.stringify(shows)), drawn);
    });
  }
});
