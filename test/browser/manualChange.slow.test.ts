import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { DirectoryUser } from '../../commerce/ports/userLicences.ts';
import { courses } from '../dialogs/manualChange/courses.ts';
import { type RunningBot, startBot } from '../support/bot/bot.ts';
import { describeInBrowser } from '../support/servers/browser.ts';
import { inOrder } from '../support/tenant/movedUsers.ts';
import { SimulatedTenant } from '../support/tenant/simulatedTenant.ts';
import { storedUsers } from '../support/tenant/storedUsers.ts';
import { TriedLicences } from '../support/tenant/triedLicences.ts';
import { Keyboard } from './keyboard.ts';

/**
 * What is done with the keyboard, and what shows then: `write TEXT`, `press BUTTON` with Enter, `space BUTTON`,
 * `back BUTTON`, with Enter, for one that stands before, and `arrows FIELD`, a number one down and up again.
 */
type Course = readonly (readonly [does: string, shows: string])[];

const typed: Readonly<Record<string, { box: string; course: Course }>> = {
  'en-US': {
    box: 'Write a message',
    course: [
      ['write scenario customised-services', 'now plays'],
      ['write manual', 'to which plan?'],
      ['back Choose Microsoft 365 Business Premium', 'Before you buy anything'],
      ['arrows How many users move? *', 'Before you buy anything'],
      ['press Begin', 'Step 1 of 5: Buy the new plan'],
      ['write simulate buy 100 business premium', 'is bought'],
      ['write manual', 'Step 3 of 5: Move the users'],
      ['back Move them here', 'Who gets Microsoft 365 Business Premium?'],
      ['space Pick Alva Andersson', 'Go on with 1 user'],
      ['space Drop Alva Andersson', 'Page 1 of 20'],
      ['press Next page', 'Page 2 of 20'],
      ['press Next page', 'Page 3 of 20'],
      ['back All of them', '100 users would move'],
      ['press More users', 'User by user'],
      ['back Move 100 users', 'Moving users'],
      ['wait', 'All users are moved'],
      ['press Show', 'Everybody is moved'],
      ['press Back to the checklist', 'Step 5 of 5: End the old plan'],
      ['write simulate cancel business standard', 'is canceled'],
      ['write manual', 'This change is complete'],
    ],
  },
  'sv-SE': {
    box: 'Skriv ett meddelande',
    course: [
      ['write scenario customised-services', 'spelar nu'],
      ['write manuellt', 'till vilken plan?'],
      ['back Välj Microsoft 365 Business Premium', 'Innan ni köper något'],
      ['arrows Hur många användare ska flyttas? *', 'Innan ni köper något'],
      ['press Börja', 'Steg 1 av 5: Köp den nya planen'],
      ['write simulate buy 100 business premium', 'är köpt'],
      ['write manuellt', 'Steg 3 av 5: Flytta användarna'],
      ['back Flytta dem här', 'Vem får Microsoft 365 Business Premium?'],
      ['space Välj Alva Andersson', 'Fortsätt med 1 användare'],
      ['space Välj bort Alva Andersson', 'Sida 1 av 20'],
      ['press Nästa sida', 'Sida 2 av 20'],
      ['press Nästa sida', 'Sida 3 av 20'],
      ['back Alla', '100 användare skulle flyttas'],
      ['press Fler användare', 'Användare för användare'],
      ['back Flytta 100 användare', 'Användare flyttas'],
      ['wait', 'Alla användare är flyttade'],
      ['press Visa', 'Alla är flyttade'],
      ['press Tillbaka till checklistan', 'Steg 5 av 5: Avsluta den gamla planen'],
      ['write simulate cancel business standard', 'är avslutad'],
      ['write manuellt', 'Bytet är klart'],
    ],
  },
};

/** Of a chat page that names no other. */
const tenantId = 'local';

/** With SHOTS set to a folder, pictures of the conversation are put there. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

const withLicences = ({ id, assignments }: DirectoryUser) => ({ id, assignments });

/** Against what becomes of such a tenant when everybody is moved. */
async function compareUsers(bot: RunningBot): Promise<void> {
  const [course] = courses.filter(({ scenario }) => scenario === 'customised-services');
  const { sandbox } = new SimulatedTenant();
  await sandbox.setScenario(tenantId, 'customised-services');
  const before = await new TriedLicences(sandbox.licences, tenantId).all();
  const after = inOrder(await storedUsers(bot, tenantId, () => Temporal.Now.instant()));
  assert.deepEqual(after.map(withLicences), course?.after(before).map(withLicences));
}

describeInBrowser('A change of plan by hand on the chat page', (openPage) => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBot();
  });
  afterEach(() => bot.stop());

  for (const [locale, { box, course }] of Object.entries(typed)) {
    it(`is led to its end by keyboard alone, and shows where one is, in ${locale}`, async () => {
      const page = await openPage(`${bot.url}/?locale=${locale}`, {
        viewport: { width: 900, height: 1000 },
      });
      const keyboard = new Keyboard(page);
      for (const [at, [does, shows]] of course.entries()) {
        const [, how = '', what = ''] = /^(\w+) ?(.*)$/.exec(does) ?? [];
        if (how === 'write') await keyboard.write(box, what);
        else if (how === 'press') await keyboard.press(what, 'Enter', 'Tab');
        else if (how === 'space') await keyboard.press(what, 'Space', 'Tab');
        else if (how === 'arrows') await keyboard.downAndUp(what);
        else if (how === 'back') await keyboard.press(what, 'Enter', 'Shift+Tab');
        await page.getByText(shows).last().waitFor();
        await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
        await picture(page, `keys-${locale}-${String(at).padStart(2, '0')}`);
      }
      await compareUsers(bot);
    });
  }
});
