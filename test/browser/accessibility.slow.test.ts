import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import restify from 'restify';
import { mountConsent } from '../../bot/http/consent.ts';
import { cardKinds } from '../../cards/cards.ts';
import { type ConsentOutcome, consentOutcomes } from '../../commerce/ports/connecting.ts';
import { locales, localiser } from '../../locales/localiser.ts';
import { keptLog } from '../support/process/logLines.ts';
import { describeInBrowser } from '../support/servers/browser.ts';
import { violations } from './axe.ts';
import { describeChat } from './chat.ts';
import { drawings } from './drawings.ts';
import { card } from './sampleCards.ts';

const [wide, narrow] = [1100, 400];

/** So high that nothing is scrolled away: axe can't tell the contrast of what is. */
async function unroll(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  const { scrollHeight, clientHeight } = await page
    .getByRole('log')
    .evaluate(({ scrollHeight, clientHeight }) => ({ scrollHeight, clientHeight }));
  await page.setViewportSize({ width, height: 900 + scrollHeight - clientHeight });
}

/**
 * In both themes, wide and narrow; what differs between themes is colours alone. Contrasts take most of the time: wide in
 * one theme and narrow in the other they are all looked at.
 */
async function looksGood(page: Page): Promise<void> {
  await unroll(page, wide);
  assert.deepEqual(await violations(page), [], 'wide');
  await unroll(page, narrow);
  const besides: RunOptions = { rules: { 'color-contrast': { enabled: false } } };
  assert.deepEqual(await violations(page, besides), [], 'narrow');
  await page.locator('#theme').click();
  const contrast: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } };
  assert.deepEqual(await violations(page, contrast), [], 'dark');
}

/** All that is there for who wants more. */
async function unfold(page: Page): Promise<void> {
  for (const set of await page.locator('.card [id$="-show"]').all()) {
    if (await set.isVisible()) await set.getByRole('button').click();
  }
}

describeChat('the chat page, as axe sees it', (chat) => {
  for (const locale of locales) {
    const { t } = localiser(locale);
    const query = `?conversation=demo&locale=${locale}&theme=light`;

    it(`has no violations before anything was said, ${locale}`, async () =>
      looksGood(await chat.open(query)));

    it(`has no violations where an agent looks at it, ${locale}`, async () => {
      const page = await chat.open(`${query}&user=agent`);
      await chat.server.send('demo', { text: 'Hej' });
      await page.locator('article').first().waitFor();
      await looksGood(page);
    });

    it(`has no violations with what people and the bot say, ${locale}`, async () => {
      const page = await chat.open(query);
      await chat.server.post('demo', { type: 'message', text: 'Hej' });
      const suggestedActions = { actions: [{ type: 'imBack', title: 'Status', value: 'status' }] };
      const text = '**Hej** [länk](https://contoso.example)';
      await chat.server.send('demo', { text, suggestedActions });
      await page.locator('article').nth(1).waitFor();
      await looksGood(page);
    });

    for (const { id } of cardKinds) {
      it(`has no violations with any ${id} card, ${locale}`, async function () {
        this.timeout(120_000);
        const drawn = drawings(id, locale);
        const page = await chat.open(query);
        for (const content of drawn) await chat.server.send('demo', card(content));
        await page
          .locator('article')
          .nth(drawn.length - 1)
          .waitFor();
        assert.equal(await page.getByText(t('page.cardUnreadable')).count(), 0);
        await unfold(page);
        await looksGood(page);
      });
    }
  }
});

describeInBrowser('a page that is served or published, as axe sees it', (openPage) => {
  for (const name of ['privacy', 'terms']) {
    it(`has no violations: ${name}`, async () => {
      const file = new URL(`../../manifest/pages/${name}.html`, import.meta.url);
      const page = await openPage('about:blank');
      await page.setContent(await readFile(fileURLToPath(file), 'utf8'));
      assert.deepEqual(await violations(page), []);
    });
  }
});

describeInBrowser('the page after consent, as axe sees it', (openPage) => {
  let server: restify.Server;
  let outcome: ConsentOutcome = 'connected';
  before(async () => {
    server = restify.createServer();
    const { log } = keptLog();
    const redeem = async () => ({ outcome });
    mountConsent(server, {
      authenticates: true,
      connecting: { redeem },
      goOn: async () => {},
      log,
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => new Promise<void>((resolve) => server.close(() => resolve())));

  for (const locale of locales) {
    it(`has no violations, whatever came of it: ${locale}`, async () => {
      const { port } = server.address() as AddressInfo;
      for (outcome of consentOutcomes) {
        const page = await openPage(`http://127.0.0.1:${port}/consent`, { locale });
        assert.equal(await page.locator('html').getAttribute('lang'), locale);
        assert.deepEqual(await violations(page), [], outcome);
        await page.context().close();
      }
    });
  }
});
