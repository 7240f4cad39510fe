import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type RunningBot, startBot } from '../support/bot/bot.ts';
import { describeInBrowser } from '../support/servers/browser.ts';
import { button } from './chat.ts';

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel('Write a message').fill(text);
  await page.keyboard.press('Enter');
}

const seen = (page: Page, text: string | RegExp): Promise<void> =>
  page.getByText(text).last().waitFor();

/** With SHOTS set to a folder, pictures of both pages are put there. */
async function pictures(pages: Record<string, Page>, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  for (const [who, page] of Object.entries(pages)) {
    await page.screenshot({ path: `${folder}/desk-${name}-${who}.png` });
  }
}

describeInBrowser('An admin and an agent on two chat pages', (openPage) => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  it('come from a blocked upgrade to the order that the admin places, and to a case that is closed', async () => {
    const viewport = { width: 900, height: 1000 };
    const agent = await openPage(`${bot.url}/?user=agent`, { viewport });
    const admin = await openPage(`${bot.url}/?user=Adele`, { viewport });
    const both = { agent, admin };
    await write(agent, 'desk here');
    await seen(agent, /0 cases are open/);

    await write(admin, 'scenario license-conflict');
    await write(admin, 'upgrade');
    await seen(admin, /LICENSE_CONFLICT/);
    await button(admin, 'Get support').last().click();
    await admin.getByLabel('What is it about?').fill('we removed people, why still?');
    await pictures(both, '1-asked');
    await button(admin, 'Ask a person').last().click();
    await seen(admin, /I have opened case CASE-/);

    await seen(agent, 'we removed people, why still?');
    await button(agent, 'Take').last().click();
    await seen(admin, 'An agent has your case');
    await pictures(both, '2-taken');
    await button(agent, 'Talk').last().click();
    await seen(admin, 'An agent writes to you here');
    await write(agent, 'three licenses are still assigned, please take them back');
    await seen(admin, 'three licenses are still assigned, please take them back');
    await write(admin, 'done, I have taken them back');
    await seen(agent, 'done, I have taken them back');
    await pictures(both, '3-talk');

    await write(admin, 'bot scenario happy');
    await seen(admin, /now plays “happy”/);
    const [reference] = /CASE-\w{8}/.exec((await agent.textContent('body')) ?? '') ?? [];
    await write(agent, `suggest ${reference} Business Premium, 30 licenses, yearly`);
    await button(admin, 'Look at it').last().click();
    await button(admin, 'Place order').last().waitFor();
    await pictures(both, '4-suggested');
    await button(admin, 'Place order').last().click();
    await admin.getByText(/Ordered as UPG-[0-9A-Z]{8}/).waitFor();

    await write(agent, `close ${reference}`);
    await seen(admin, 'Your case is solved');
    await pictures(both, '5-closed');
    assert.equal(await button(agent, 'Place order').count(), 0);
  });
});
