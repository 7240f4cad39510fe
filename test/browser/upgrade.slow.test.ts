import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type RunningBot, startBot } from '../support/bot/bot.ts';
import { describeInBrowser } from '../support/servers/browser.ts';
import { violations } from './axe.ts';
import { button } from './chat.ts';

/** An upgrade in the sandbox takes under 30 s of real time, with nothing done to hurry it. */
const upgradeLimit = 30_000;

async function write(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
  await page.keyboard.press('Enter');
}

/** With SHOTS set to a folder, pictures of the conversation are put there. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

describeInBrowser('A whole upgrade on the chat page', (openPage) => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  it('is made by clicking, up to the message that it is complete', async () => {
    const page = await openPage(`${bot.url}/`, { viewport: { width: 900, height: 1000 } });
    await picture(page, 'click-1-home');
    await button(page, 'Upgrade a plan').click();
    const recommended = page.locator('.ac-container', { hasText: 'Recommended' }).first();
    await recommended.waitFor();
    await picture(page, 'click-2-plans');
    const note = page.locator('.card-note:not(:empty)');
    assert.equal(await note.count(), 0, 'nothing points at what is seen anyway');
    assert.equal(await button(page, 'Choose another subscription').count(), 0);
    assert.equal(
      await page.getByText('Microsoft 365 E5', { exact: true }).first().isVisible(),
      false,
    );
    await button(page, 'more plans').click();
    await page.getByText('Microsoft 365 E5', { exact: true }).first().waitFor();
    await button(page, 'Show less').click();
    await button(page, 'Choose').first().click();
    await button(page, 'See the full price').waitFor();
    await picture(page, 'click-3-configure');
    await button(page, 'See the full price').click();
    await button(page, 'Place order').waitFor();
    await picture(page, 'click-4-review');
    await button(page, 'Place order').click();
    await page.getByText(/Ordered as UPG-[0-9A-Z]{8}/).waitFor();
    await picture(page, 'click-5-order');
    await page
      .getByText(/^[1-9]\d* of 22/)
      .first()
      .waitFor({ timeout: upgradeLimit });
    await picture(page, 'click-6-moving');
    const done = page.getByText('Your upgrade is complete');
    await done.first().waitFor({ timeout: upgradeLimit });
    await picture(page, 'click-7-complete');
    assert.equal(await button(page, 'Place order').count(), 0, 'nothing is left to press twice');
    await button(page, 'For the books').click();
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Open the page to print' }).click();
    const books = await opened;
    await books.getByRole('heading', { name: 'What became of it' }).waitFor();
    await picture(books, 'click-8-books');
    assert.deepEqual(await violations(books), []);
    const text = await books.locator('main').innerText();
    assert.match(text, /UPG-[0-9A-Z]{8}/);
    assert.match(text, /Order placed\s+Alex/);
  });

  it('is made in Swedish by typing only, up to the message that it is complete', async () => {
    const page = await openPage(`${bot.url}/?locale=sv-SE`);
    const steps = [
      ['hej', 'Uppgradera er Microsoft 365-plan'],
      ['uppgradera mitt abonnemang', 'Business Premium'],
      ['Business Premium', 'Hur vill ni köpa'],
      ['25', 'Hur vill ni betala'],
      ['årsvis', 'Kontrollera ordern'],
      ['lägg order', 'UPG-'],
    ] as const;
    for (const [text, answer] of steps) {
      await write(page, 'Skriv ett meddelande', text);
      await page.getByText(answer).locator('visible=true').last().waitFor();
      await picture(page, `type-${steps.findIndex(([said]) => said === text)}`);
    }
    await page.getByText('Uppgraderingen är klar').first().waitFor({ timeout: upgradeLimit });
    await picture(page, 'type-complete');
  });
});
