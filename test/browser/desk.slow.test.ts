import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type RunningBot, startBot } from '../support/bot/bot.ts';
import { describeInBrowser } from '../support/servers/browser.ts';
import { button } from './chat.ts';

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel(/^(Write a message|Skriv ett meddelande)$/).fill(text);
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

const said = {
  'en-US': {
    ...{ deskHere: 'desk here', noCases: /0 cases are open/, upgrade: 'upgrade' },
    ...{ support: 'Get support', about: 'What is it about?', askPerson: 'Ask a person' },
    ...{ opened: /I have opened case CASE-/, take: 'Take', taken: 'An agent has your case' },
    ...{ talk: 'Talk', talks: 'An agent writes to you here', guide: 'Guide the customer' },
    ...{ words: 'Your words above it', sendArticle: 'Send article' },
    ...{ theirLicenses: 'Their licenses', share: 'Show it', wasShown: /Shown to the agent of/ },
    ...{ hasShown: /has shown what you asked for/, inFile: /shown by the customer/ },
    ...{ plays: /now plays “happy”/, look: 'Look at it', place: 'Place order' },
    ...{ ordered: /Ordered as UPG-[0-9A-Z]{8}/, solved: 'Your case is solved' },
  },
  'sv-SE': {
    ...{ deskHere: 'supporten är här', noCases: /0 ärenden är öppna/, upgrade: 'uppgradera' },
    ...{ support: 'Kontakta supporten', about: 'Vad gäller det?', askPerson: 'Fråga en människa' },
    ...{
      opened: /Jag har öppnat ärende CASE-/,
      take: 'Ta',
      taken: 'En handläggare har ditt ärende',
    },
    ...{ talk: 'Prata', talks: 'En handläggare skriver till dig här', guide: 'Vägled kunden' },
    ...{ words: 'Dina ord ovanför', sendArticle: 'Skicka artikeln' },
    ...{ theirLicenses: 'Licenserna', share: 'Visa det', wasShown: /Visat för handläggaren i/ },
    ...{ hasShown: /har visat det du bad om/, inFile: /visade av kunden/ },
    ...{ plays: /spelar nu ”happy”/, look: 'Titta på det', place: 'Lägg order' },
    ...{ ordered: /Beställt som UPG-[0-9A-Z]{8}/, solved: 'Ditt ärende är löst' },
  },
} as const;

describeInBrowser('An admin and an agent on two chat pages', (openPage) => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  for (const [locale, says] of Object.entries(said)) {
    it(`come from a blocked upgrade to the order that the admin places, and to a case that is closed, in ${locale}`, async () => {
      const viewport = { width: 900, height: 1000 };
      const agent = await openPage(`${bot.url}/?user=agent&locale=${locale}`, { viewport });
      const admin = await openPage(`${bot.url}/?user=Adele&locale=${locale}`, { viewport });
      const both = { agent, admin };
      const shots = (name: string) => pictures(both, `${locale}-${name}`);
      await write(agent, says.deskHere);
      await seen(agent, says.noCases);

      await write(admin, 'scenario license-conflict');
      await write(admin, says.upgrade);
      await seen(admin, /LICENSE_CONFLICT/);
      await button(admin, says.support).last().click();
      await admin.getByLabel(says.about).fill('we removed people, why still?');
      await shots('1-asked');
      await button(admin, says.askPerson).last().click();
      await seen(admin, says.opened);

      await seen(agent, 'we removed people, why still?');
      await button(agent, says.take).last().click();
      await seen(admin, says.taken);
      await shots('2-taken');
      await button(agent, says.talk).last().click();
      await seen(admin, says.talks);
      await write(agent, 'three licenses are still assigned, please take them back');
      await seen(admin, 'three licenses are still assigned, please take them back');
      await write(admin, 'done, I have taken them back');
      await seen(agent, 'done, I have taken them back');
      await shots('3-talk');

      await button(agent, says.guide).last().click();
      await agent.getByRole('combobox').last().selectOption('license-conflict');
      await agent.getByLabel(says.words).last().fill('this is what it means');
      await shots('4-guide');
      await button(agent, says.sendArticle).last().click();
      await seen(admin, 'this is what it means');
      await shots('5-article');
      await button(agent, says.theirLicenses).last().click();
      await button(admin, says.share).last().waitFor();
      await shots('6-ask');
      await button(admin, says.share).last().click();
      await seen(admin, says.wasShown);
      await seen(agent, says.hasShown);
      const [reference = ''] = /CASE-\w{8}/.exec((await agent.textContent('body')) ?? '') ?? [];
      await write(agent, reference);
      await seen(agent, says.inFile);
      await shots('7-shown');

      await write(admin, 'bot scenario happy');
      await seen(admin, says.plays);
      await write(agent, `suggest ${reference} Business Premium, 30 licenses, yearly`);
      await button(admin, says.look).last().click();
      await button(admin, says.place).last().waitFor();
      await shots('8-suggested');
      await button(admin, says.place).last().click();
      await admin.getByText(says.ordered).waitFor();

      await write(agent, `close ${reference}`);
      await seen(admin, says.solved);
      await shots('9-closed');
      assert.equal(await button(agent, says.place).count(), 0);
    });
  }
});
