import assert from 'node:assert/strict';
import { paragraph } from '../../cards/kit/elements.ts';
import { folded } from '../../cards/kit/folded.ts';
import type { TurnAnswer } from '../support/servers/localServer.ts';
import { button, describeChat, focused, inView, shown } from './chat.ts';
import { card, configureCard, orderCard, replaceWith, reviewCard } from './sampleCards.ts';

describeChat('chat page: cards', (chat) => {
  it('sends a Submit with its data and the id of its card, once', async () => {
    const page = await chat.open();
    const activityId = await chat.server.send('demo', card(reviewCard));
    let answer = (_: TurnAnswer): void => {};
    chat.server.onTurn = () => new Promise((resolve) => (answer = resolve));
    await button(page, 'Place order').click();
    await button(page, 'Place order').click({ force: true });
    assert.equal(await button(page, 'Place order').getAttribute('aria-disabled'), 'true');
    answer({ status: 200 });
    await page.locator('[aria-busy="false"]').waitFor();
    const [turn, ...others] = chat.posted('message');
    assert.deepEqual(turn!.value, { v: 1, verb: 'order.place', token: 't-1' });
    assert.equal(turn!.replyToId, activityId);
    assert.deepEqual(others, []);
    assert.equal(await page.locator('.message.mine').count(), 0);
  });

  it('goes on in what a button has shown, and at that button when it is hidden again', async () => {
    const page = await chat.open();
    const more = folded({
      id: 'more',
      items: [paragraph('All of it')],
      show: 'More',
      hide: 'Less',
    });
    await chat.server.send('demo', card({ ...reviewCard, body: more }));
    await button(page, 'More').press('Enter');
    assert.ok(await focused(page.locator('#more')));
    await button(page, 'Less').press('Enter');
    assert.ok(await focused(button(page, 'More')));
    assert.equal(await page.locator('div[aria-expanded]').count(), 0);
  });

  it('lets the library ask for what is missing, then replaces the card on Execute', async () => {
    const page = await chat.open();
    await chat.server.send('demo', card(configureCard));
    chat.server.onTurn = () => replaceWith(reviewCard);
    await button(page, 'Continue').click();
    await shown(page, 'Write how many licences you need');
    assert.equal(chat.posted('invoke').length, 0);
    await page.getByRole('spinbutton', { name: 'Licences' }).fill('25');
    await page.getByLabel('Yearly').check();
    await button(page, 'Continue').click();
    await shown(page, 'Review your upgrade');
    assert.equal(await page.locator('.card').count(), 1);
    const [turn] = chat.posted('invoke');
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
    assert.ok(await focused(page.locator('.card')));
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
      const page = await chat.open();
      await chat.server.send('demo', card(orderCard(3)));
      chat.server.onTurn = () => answer;
      await button(page, 'Refresh').click();
      await shown(page, sentence);
      await shown(page, '3 of 25 users moved');
      assert.equal(await button(page, 'Refresh').getAttribute('aria-disabled'), 'false');
    });
  }

  it('draws what Teams draws, and the fallback of what nobody knows', async () => {
    const page = await chat.open();
    await chat.server.send('demo', card(orderCard(3)));
    assert.equal(
      await page.getByRole('progressbar', { name: '3 of 25 users' }).getAttribute('value'),
      '12',
    );
    assert.equal(await page.locator('.badge').textContent(), 'Provisioning');
    await shown(page, 'Drawn in words instead');
  });

  it('opens only safe addresses, in a tab that knows nothing of this one', async () => {
    const page = await chat.open();
    await chat.server.send('demo', card(reviewCard));
    await page
      .context()
      .route('https://example.com/**', (route) => route.fulfill({ body: 'terms' }));
    await page.getByRole('link', { name: 'Trap' }).click();
    const popup = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Terms' }).click();
    assert.equal(await (await popup).evaluate('window.opener'), null);
    assert.equal(page.context().pages().length, 2);
    assert.equal(
      await page.getByRole('link', { name: 'Read why' }).getAttribute('rel'),
      'noopener noreferrer',
    );
  });

  it('changes an updated card in its place, keeps the focus, and does not interrupt', async () => {
    const page = await chat.open();
    const activityId = await chat.server.send('demo', card(orderCard(3)));
    await chat.server.send('demo', { text: 'Meanwhile' });
    await button(page, 'Refresh').focus();
    const path = `/demo/activities/${encodeURIComponent(activityId)}`;
    await chat.server.connector('PUT', path, { type: 'message', ...card(orderCard(9)) });
    await shown(page, '9 of 25 users moved');
    assert.equal(await page.locator('article').first().locator('.hint').textContent(), 'Updated');
    assert.equal(await page.locator('article').first().getAttribute('aria-live'), 'off');
    assert.ok(await focused(button(page, 'Refresh')));
    await chat.server.connector('DELETE', path);
    await page.locator('article').nth(1).waitFor({ state: 'detached' });
    assert.equal(await page.locator('article').count(), 1);
  });

  /** Pixels that two lines of a table take at the least. */
  const twoLines = 36;
  const amount = '−71\u00a0136\u00a0000,00\u00a0kr';
  for (const width of [360, 900]) {
    it(`breaks no amount and no word of a table at a width of ${width}`, async () => {
      const page = await chat.open(undefined, { viewport: { width, height: 800 } });
      const names = ['Administrationscenter', 'Microsoft', 'Business', 'Organisationen'];
      const columns = names.map(() => ({ width: 1 }));
      const cells = (texts: string[]) => ({
        type: 'TableRow',
        cells: texts.map((text) => ({
          type: 'TableCell',
          items: [{ type: 'TextBlock', text, wrap: true }],
        })),
      });
      const rows = [cells(names), cells(names.map(() => amount))];
      const table = { type: 'Table', firstRowAsHeaders: true, columns, rows };
      await chat.server.send('demo', card({ ...orderCard(3), body: [table] }));
      await shown(page, amount);
      for (const text of await page.locator('.table-frame p').all()) {
        const { height } = (await text.boundingBox())!;
        assert.ok(height < twoLines, `${await text.innerText()} is on one line`);
      }
      const [left, right] = await page
        .getByRole('cell')
        .evaluateAll((all) => [all[0]!.offsetTop, all[3]!.offsetTop]);
      assert.equal(left, right);
      await page.getByText(amount).last().scrollIntoViewIfNeeded();
      const box = await page.getByText(amount).last().boundingBox();
      assert.ok(box!.x + box!.width <= width, 'the last column can be reached');
    });
  }

  it('is worked by keyboard alone', async () => {
    const page = await chat.open();
    await chat.server.send('demo', card(orderCard(3)));
    await button(page, 'Refresh').waitFor();
    chat.server.onTurn = () => replaceWith(orderCard(9));
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await shown(page, '9 of 25 users moved');
    assert.ok(await focused(button(page, 'Refresh')), 'who pressed it may press it again');
    chat.server.onTurn = () => replaceWith(reviewCard);
    await page.keyboard.press('Enter');
    await shown(page, 'Review your upgrade');
    assert.ok(await focused(page.locator('.card')), 'there is no such button any more');
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('.card :focus').count(), 1);
  });

  it('brings what a press leads to into view, however long the card was that gave way', async () => {
    const page = await chat.open();
    const lines = Array(80).fill({ type: 'TextBlock', text: 'Line' });
    await chat.server.send('demo', card({ ...orderCard(3), body: lines }));
    chat.server.onTurn = async () => {
      await chat.server.send('demo', card({ ...reviewCard, body: [...reviewCard.body, ...lines] }));
      return replaceWith(orderCard(9));
    };
    await button(page, 'Refresh').click();
    await shown(page, '9 of 25 users moved');
    // While it is drawn, it may be there twice: what stands last is what somebody sees.
    const review = page.getByText('Review your upgrade').last();
    await review.waitFor();
    assert.ok(await inView(review));
  });
});
