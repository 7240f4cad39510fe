/** The chat page in a browser, in front of a bot that the test puppeteers. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { describeInBrowser } from '../support/servers/browser.ts';
import { LocalServer, type Turn } from '../support/servers/localServer.ts';

export interface Chat {
  server: LocalServer;
  /** Opens the page with the given query; without one, in the conversation `demo`. */
  open(query?: string, options?: BrowserContextOptions): Promise<Page>;
  /** The turns of a type that the bot got. */
  posted(type: string): Turn[];
}

export function describeChat(title: string, tests: (chat: Chat) => void): void {
  describeInBrowser(title, (openPage) => {
    const chat: Chat = {
      server: new LocalServer(),
      open: (query = '?conversation=demo', options = {}) =>
        openPage(`${chat.server.url}/${query}`, options),
      posted: (type) => chat.server.turns.filter((turn) => turn.type === type),
    };
    beforeEach(async () => {
      chat.server = await new LocalServer().start();
    });
    afterEach(() => chat.server.stop());
    tests(chat);
  });
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name });
}

export function shown(page: Page, text: string): Promise<void> {
  return page.getByText(text, { exact: true }).first().waitFor();
}

export function focused(place: Locator): Promise<boolean> {
  return place.evaluate((element) => element.matches(':focus'));
}

/** Whether it stands within the list of messages, not scrolled away. */
export async function inView(place: Locator): Promise<boolean> {
  const list = await place.page().getByRole('log').boundingBox();
  const box = await place.boundingBox();
  if (!list || !box) return false;
  return box.y >= list.y && box.y + box.height <= list.y + list.height;
}

/** The time-out of the test ends the wait. */
export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 10));
}
