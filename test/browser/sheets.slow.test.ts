/**
 * All cards on sheets, with the newer elements of Teams and as clients see them that have none. With
 * SHEETS=FOLDER the sheets are kept there as pictures for people to look at.
 */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { cardKinds } from '../../cards/cards.ts';
import { locales, localiser } from '../../locales/localiser.ts';
import { describeChat } from './chat.ts';
import { drawings } from './drawings.ts';
import { card } from './sampleCards.ts';

const { SHEETS: folder, SHEETS_THEME: theme = 'light' } = process.env;
/** Cards of one sheet, in as many columns as fit; pixels. */
const [perSheet, sheetWidth, cardWidth] = [9, 1500, 460];

const ways = ['newer', 'older'] as const;

/** The cards under each other in columns, and nothing beside them. */
const sheetStyle = `
  body { height: auto; display: block }
  .top, .foot, .skip, .empty, .head { display: none !important }
  #messages { display: block; columns: ${cardWidth}px; overflow: visible; padding: 16px }
  .message.bot { break-inside: avoid; padding: 0; margin: 0 0 16px; max-width: none }
  .message.bot::before { display: none }
  .card.wide, .card { width: 100% }`;

/** As in a client that has never heard of them: the library draws what each falls back to. */
async function withoutNewerElements(page: Page): Promise<void> {
  await page.route('**/page/card-elements.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'export function registerCardElements() {}',
    }),
  );
}

/** @returns what is wider than its place, and so cut off */
function cutOff(page: Page): Promise<string[]> {
  return page.locator('.card').evaluateAll((cards) =>
    cards
      .flatMap((one) => [one, ...one.querySelectorAll('*')])
      .filter((one) => !one.closest('.table-frame, .unseen, input, select'))
      .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.className}: ${one.textContent?.slice(0, 80)}`),
  );
}

describeChat('all cards, with and without the newer elements of Teams', (chat) => {
  before(async () => {
    if (folder) await mkdir(folder, { recursive: true });
  });

  for (const locale of locales) {
    for (const way of ways) {
      for (const { id } of cardKinds) {
        it(`cut nothing off and leave nothing undrawn: ${id}, ${locale}, ${way}`, async () => {
          const all = drawings(id, locale);
          const page = await chat.open('?conversation=none', {
            bypassCSP: true,
            viewport: { width: sheetWidth, height: 900 },
          });
          if (way === 'older') await withoutNewerElements(page);
          for (let first = 0; first < all.length; first += perSheet) {
            const drawn = all.slice(first, first + perSheet);
            const query = `?conversation=${id}-${first}&locale=${locale}&theme=${theme}`;
            await page.goto(`${chat.server.url}/${query}`);
            for (const content of drawn) await chat.server.send(`${id}-${first}`, card(content));
            await page
              .locator('.card')
              .nth(drawn.length - 1)
              .waitFor();
            await page.addStyleTag({ content: sheetStyle });
            if (folder) {
              const name = `${id}-${locale}-${way}-${first / perSheet + 1}.png`;
              await page.screenshot({ path: join(folder, name), fullPage: true });
            }
            const unread = localiser(locale).t('page.cardUnreadable');
            assert.equal(await page.getByText(unread).count(), 0);
            assert.deepEqual(await cutOff(page), []);
          }
        });
      }
    }
  }
});
