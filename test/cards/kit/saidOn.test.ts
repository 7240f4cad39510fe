import assert from 'node:assert/strict';
import { saidOn } from '../../../cards/kit/saidOn.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { sampleCards } from '../../support/cards/sampleViews.ts';

/** Bytes; Teams refuses cards of more. */
const taken = 28 * 1024;
const token = 'T'.repeat(64);

describe('What is said on top of a card', () => {
  for (const locale of locales) {
    it(`leaves each card small enough for Teams, in ${locale}`, () => {
      const context = { l: localiser(locale), token, simulated: true, listPrices: true };
      // Each of these is written as two.
      const paragraphs = Array.from({ length: 12 }, () => '"'.repeat(73)).join('\n\n');
      for (const text of ['"'.repeat(900), paragraphs]) {
        for (const [id, views] of Object.entries(sampleCards)) {
          for (const [view, draw] of Object.entries(views)) {
            const both = saidOn(draw(context), text);
            const size = Buffer.byteLength(JSON.stringify(both?.json));
            assert.ok(size < taken, `${id}, ${view}: ${size} bytes`);
          }
        }
      }
    });
  }

  it('is a message of its own where it is long', () => {
    const [draw] = Object.values(sampleCards.home);
    const card = draw?.({ l: localiser('en-US'), token, simulated: true });
    assert.ok(card);
    assert.equal(saidOn(card, 'å'.repeat(451)), undefined);
    assert.notEqual(saidOn(card, 'å'.repeat(450)), undefined);
  });
});
