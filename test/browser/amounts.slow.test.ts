import assert from 'node:assert/strict';
import { folded } from '../../cards/kit/folded.ts';
import { quoteTable } from '../../cards/upgrade/review/quoteLines.ts';
import { locales, localiser } from '../../locales/localiser.ts';
import { names, quote } from '../support/cards/sampleData.ts';
import { button, describeChat } from './chat.ts';
import { card, reviewCard } from './sampleCards.ts';

/** How high a line of a table is on a phone, in pixels; `cards.css` says so. */
const line = 18;

describeChat('chat page: amounts', (chat) => {
  for (const locale of locales) {
    it(`break in no row of a quote on a screen as narrow as a phone, in ${locale}`, async () => {
      const page = await chat.open(undefined, { viewport: { width: 400, height: 900 } });
      const [charge] = quote.lines;
      const lines = [
        { ...charge!, amount: 1_042_338_400 },
        { ...charge!, kind: 'credit' as const, amount: -912_443_888 },
      ];
      const due = { ...quote, lines, currency: 'SEK' as const, dueToday: 129_894_512 };
      const table = quoteTable({ quote: due, ...names, addOns: [] }, localiser(locale));
      const body = folded({ id: 'amounts', items: [table], show: 'More', hide: 'Less' });
      await chat.server.send('demo', card({ ...reviewCard, body }));
      await button(page, 'More').click();
      const heights = await page
        .locator('[role="row"] [role="cell"]:last-child p')
        .evaluateAll((cells) => cells.map((cell) => cell.clientHeight));
      assert.deepEqual(heights, [line, line, line]);
    });
  }
});
