/** A real browser for tests of the chat page. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Nothing that would reach out into the internet. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Describes tests that get pages of a browser; without one they are skipped, and said how to get
 * one. Every page is in a profile of its own, which is closed after the test; an error on the page
 * fails the test.
 */
export function describeInBrowser(
  title: string,
  tests: (openPage: (url: string, options?: BrowserContextOptions) => Promise<Page>) => void,
): void {
  if (!existsSync(executablePath)) {
    const hint = 'needs Chromium: apt-get install chromium, or set CHROMIUM_PATH';
    describe.skip(`${title} (${hint})`, () => tests(() => Promise.reject(new Error(hint))));
    return;
  }
  describe(title, () => {
    let browser: Browser;
    let problems: string[] = [];
    before(async () => {
      browser = await chromium.launch({ executablePath, args });
    });
    after(() => browser.close());
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close();
      const seen = problems;
      problems = [];
      if (seen.length > 0) throw new Error(`The page reported: ${seen.join('; ')}`);
    });
    tests(async (url, options = {}) => {
      const page = await (await browser.newContext({ locale: 'en-US', ...options })).newPage();
      page.setDefaultTimeout(10_000);
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        // Browsers write a refused connection to the console too; that is not the page's doing.
        const isNetwork = /Failed to load resource|WebSocket connection/.test(message.text());
        if (message.type() === 'error' && !isNetwork) problems.push(message.text());
      });
      await page.goto(url);
      return page;
    });
  });
}
