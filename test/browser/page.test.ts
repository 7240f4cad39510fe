import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import { LocalServer, type Turn, type TurnAnswer } from '../support/localServer.ts';
import { attachment, cardType, configureCard, orderCard, reviewCard } from './sampleCards.ts';

describeInBrowser('chat page', (openPage) => {
  let server: LocalServer;
  beforeEach(async () => {
    server = await new LocalServer().start();
  });
  afterEach(() => server.stop());

  const open = (query = '?conversation=demo', options = {}): Promise<Page> =>
    openPage(`${server.url}/${query}`, options);
  const card = (content: object) => ({ attachments: [attachment(content)] });
  const replaceWith = (value: object): TurnAnswer => ({
    status: 200,
    body: { statusCode: 200, type: cardType, value },
  });
  const button = (page: Page, name: string) => page.getByRole('button', { name });
  const posted = (type: string): Turn[] => server.turns.filter((turn) => turn.type === type);
  const shown = (page: Page, text: string) =>
    page.getByText(text, { exact: true }).first().waitFor();
  const until = async (done: () => boolean): Promise<void> => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  it('says what to write while there is nothing yet', async () => {
    const page = await open();
    await shown(page, 'Say hi to begin');
    assert.equal(
      await page.getByLabel('Write a message').evaluate((box) => box === document.activeElement),
      true,
    );
  });

  it('sends what is typed with Enter and shows the answer, with safe Markdown only', async () => {
    server.onTurn = async ({ type, conversation }) => {
      if (type === 'message') {
        const text =
          '**Hello** <img src=x onerror=alert(1)> [x](javascript:alert(1))\n- one\n- two';
        await server.send(conversation.id, { text });
      }
      return { status: 200 };
    };
    const page = await open();
    await page.keyboard.type('hi');
    await page.keyboard.press('Enter');
    await page.locator('strong', { hasText: 'Hello' }).waitFor();
    assert.equal(await page.locator('.bubble li').count(), 2);
    assert.equal(await page.locator('.bubble img, .bubble a').count(), 0);
    assert.equal(await page.getByText('Say hi to begin').isVisible(), false);
    assert.deepEqual(
      posted('message').map(({ text, from }) => [text, from.name]),
      [['hi', 'Alex']],
    );
  });

  it('sends a Submit with its data and the id of its card, once', async () => {
    const page = await open();
    const activityId = await server.send('demo', card(reviewCard));
    let answer = (_: TurnAnswer): void => {};
    server.onTurn = () => new Promise((resolve) => (answer = resolve));
    await button(page, 'Place order').click();
    await button(page, 'Place order').click({ force: true });
    assert.equal(await button(page, 'Place order').getAttribute('aria-disabled'), 'true');
    answer({ status: 200 });
    await page.locator('[aria-busy="false"]').waitFor();
    const [turn, ...others] = posted('message');
    assert.deepEqual(turn!.value, { v: 1, verb: 'order.place', token: 't-1' });
    assert.equal(turn!.replyToId, activityId);
    assert.deepEqual(others, []);
    assert.equal(await page.locator('.message.mine').count(), 0);
  });

  it('lets the library ask for what is missing, then replaces the card on Execute', async () => {
    const page = await open();
    await server.send('demo', card(configureCard));
    server.onTurn = () => replaceWith(reviewCard);
    await button(page, 'Continue').click();
    await shown(page, 'Write how many licences you need');
    assert.equal(posted('invoke').length, 0);
    await page.getByLabel('Licences').fill('25');
    await page.getByLabel('Yearly').check();
    await button(page, 'Continue').click();
    await shown(page, 'Review your upgrade');
    assert.equal(await page.locator('.card').count(), 1);
    const [turn] = posted('invoke');
    assert.equal(turn!.name, 'adaptiveCard/action');
    assert.deepEqual(turn!.value, {
      action: {
        type: 'Action.Execute',
        verb: 'configure.submit',
        data: {
          v: 1,
          verb: 'configure.submit',
          token: 't-1',
          quantity: '25',
          term: 'P1Y',
          billing: 'yearly',
        },
      },
      trigger: 'manual',
    });
    assert.equal(
      await page.locator('.card').evaluate((one) => one === document.activeElement),
      true,
    );
  });

  const refusals: [name: string, answer: TurnAnswer, sentence: string][] = [
    [
      'the words of a refusal',
      {
        status: 200,
        body: {
          statusCode: 403,
          type: 'application/vnd.microsoft.error',
          value: { code: 'x', message: 'Only a billing admin may do this.' },
        },
      },
      'Only a billing admin may do this.',
    ],
    [
      'own words when a refusal has none',
      { status: 200, body: { statusCode: 500, type: 'application/vnd.microsoft.error' } },
      'That did not go through. Press the button again, or write what you want.',
    ],
    [
      'own words when the bot fails',
      { status: 500 },
      'That did not go through. Press the button again, or write what you want.',
    ],
    [
      'a message that comes instead of a card',
      {
        status: 200,
        body: {
          statusCode: 200,
          type: 'application/vnd.microsoft.activity.message',
          value: 'Already done.',
        },
      },
      'Already done.',
    ],
  ];
  for (const [name, answer, sentence] of refusals) {
    it(`shows ${name} under the card and lets one press again`, async () => {
      const page = await open();
      await server.send('demo', card(orderCard(3)));
      server.onTurn = () => answer;
      await button(page, 'Refresh').click();
      await shown(page, sentence);
      await shown(page, '3 of 25 users moved');
      assert.equal(await button(page, 'Refresh').getAttribute('aria-disabled'), 'false');
    });
  }

  it('draws what Teams draws, and the fallback of what nobody knows', async () => {
    const page = await open();
    await server.send('demo', card(orderCard(3)));
    assert.equal(
      await page.getByRole('progressbar', { name: '3 of 25 users' }).getAttribute('value'),
      '12',
    );
    assert.equal(await page.locator('.badge').textContent(), 'Provisioning');
    await shown(page, 'Drawn in words instead');
  });

  it('opens only safe addresses, in a tab that knows nothing of this one', async () => {
    const page = await open();
    await server.send('demo', card(reviewCard));
    await page
      .context()
      .route('https://example.com/**', (route) => route.fulfill({ body: 'terms' }));
    await page.getByRole('link', { name: 'Trap' }).click();
    const popup = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Terms' }).click();
    assert.equal(await (await popup).evaluate(() => window.opener), null);
    assert.equal(page.context().pages().length, 2);
    assert.equal(
      await page.getByRole('link', { name: 'Read why' }).getAttribute('rel'),
      'noopener noreferrer',
    );
  });

  it('changes an updated card in its place, keeps the focus, and does not interrupt', async () => {
    const page = await open();
    const activityId = await server.send('demo', card(orderCard(3)));
    await server.send('demo', { text: 'Meanwhile' });
    await button(page, 'Refresh').focus();
    const path = `/demo/activities/${encodeURIComponent(activityId)}`;
    await server.connector('PUT', path, { type: 'message', ...card(orderCard(9)) });
    await shown(page, '9 of 25 users moved');
    assert.equal(await page.locator('article').first().locator('.hint').textContent(), 'Updated');
    assert.equal(await page.locator('article').first().getAttribute('aria-live'), 'off');
    assert.equal(
      await button(page, 'Refresh').evaluate((one) => one === document.activeElement),
      true,
    );
    await server.connector('DELETE', path);
    await page.locator('article').nth(1).waitFor({ state: 'detached' });
    assert.equal(await page.locator('article').count(), 1);
  });

  it('shows that the bot writes until its message comes', async () => {
    const page = await open();
    await server.send('demo', { type: 'typing' });
    await page.getByText('Upgradera is writing').waitFor();
    await server.send('demo', { text: 'Here it is' });
    await page.getByText('Upgradera is writing').waitFor({ state: 'hidden' });
  });

  it('offers suggested answers with the latest message only', async () => {
    const page = await open();
    const suggestedActions = { actions: [{ type: 'imBack', title: 'Yes, go on', value: 'yes' }] };
    await server.send('demo', { text: 'Shall I go on?', suggestedActions });
    await button(page, 'Yes, go on').click();
    await until(() => posted('message').length === 1);
    assert.equal(posted('message')[0]!.text, 'yes');
    assert.equal(await button(page, 'Yes, go on').count(), 0);
  });

  it('is worked by keyboard alone', async () => {
    const page = await open();
    await server.send('demo', card(orderCard(3)));
    await button(page, 'Refresh').waitFor();
    server.onTurn = () => replaceWith(orderCard(9));
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await shown(page, '9 of 25 users moved');
    assert.equal(
      await page.locator('.card').evaluate((one) => one === document.activeElement),
      true,
    );
    await page.keyboard.press('Tab');
    assert.equal(
      await button(page, 'Refresh').evaluate((one) => one === document.activeElement),
      true,
    );
  });

  it('catches up after the server was started again, in the same conversation', async () => {
    const page = await open();
    await server.send('demo', { text: 'Before' });
    await shown(page, 'Before');
    const { port } = server;
    await server.stop();
    await page.getByText('The connection is lost. Trying again…').waitFor();
    await server.start(port);
    server.turns.length = 0;
    await server.send('demo', { text: 'Your upgrade is complete' });
    await shown(page, 'Your upgrade is complete');
    await shown(page, 'Before');
    await page.keyboard.type('thanks');
    await page.keyboard.press('Enter');
    await until(() => posted('message').length === 1);
    assert.deepEqual(
      server.turns.map(({ type, conversation }) => [type, conversation.id]),
      [['message', 'demo']],
    );
  });

  it('keeps what could not be sent', async () => {
    const page = await open();
    await server.stop();
    await page.keyboard.type('hello?');
    await page.keyboard.press('Enter');
    await page.getByText(/Your text is still in the box|The connection is lost/).waitFor();
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'hello?');
    await server.start();
  });

  it('remembers the conversation over a reload, and starts another when asked', async () => {
    const page = await open('');
    await until(() => server.turns.length === 1);
    const first = server.turns[0]!.conversation.id;
    await server.send(first, { text: 'Hello again' });
    await page.reload();
    await shown(page, 'Hello again');
    await button(page, 'New chat').click();
    await until(() => server.turns.length === 2);
    assert.notEqual(server.turns[1]!.conversation.id, first);
  });

  it('lets two people speak in one conversation', async () => {
    const alex = await open();
    const invited = await alex
      .getByRole('link', { name: 'Invite a second person' })
      .getAttribute('href');
    const robin = await openPage(`${server.url}${invited}`);
    await robin.keyboard.type('I am here too');
    await robin.keyboard.press('Enter');
    await shown(alex, 'I am here too');
    assert.deepEqual(
      posted('message').map(({ from, conversation }) => [from.name, conversation.isGroup]),
      [['Robin', true]],
    );
  });

  it('speaks Swedish when asked, and says so to the bot', async () => {
    const page = await open('?conversation=demo&locale=sv-SE');
    await shown(page, 'Säg hej för att börja');
    assert.equal(await page.locator('html').getAttribute('lang'), 'sv-SE');
    await page.getByLabel('Skriv ett meddelande').fill('hej');
    await page.keyboard.press('Enter');
    await until(() => posted('message').length === 1);
    assert.equal(posted('message')[0]!.locale, 'sv-SE');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByLabel('Write a message').waitFor();
  });

  const themes: [name: string, query: string, system: 'dark' | 'light', theme: string][] = [
    ['as the system', '', 'dark', 'dark'],
    ['dark as asked', '?theme=dark', 'light', 'dark'],
    ['light as asked', '?theme=light', 'dark', 'light'],
  ];
  for (const [name, query, colorScheme, theme] of themes) {
    it(`is ${name} until toggled, and stays so`, async () => {
      const page = await open(query, { colorScheme });
      assert.equal(await page.locator('html').getAttribute('data-theme'), theme);
      await button(page, 'Dark').click();
      const other = theme === 'dark' ? 'light' : 'dark';
      assert.equal(await page.locator('html').getAttribute('data-theme'), other);
      await page.goto(server.url);
      assert.equal(await page.locator('html').getAttribute('data-theme'), other);
    });
  }
});
