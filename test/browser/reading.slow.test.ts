import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { button, describeChat, inView, shown, until } from './chat.ts';
import { card, orderCard, replaceWith, reviewCard } from './sampleCards.ts';

const lines = Array(80).fill({ type: 'TextBlock', text: 'Line' });
const tallCard = { ...orderCard(3), body: lines };
const newest = (page: Page) => page.locator('article').last();
const placeOf = (page: Page) => page.getByRole('log').evaluate(({ scrollTop }) => scrollTop);

/** Until what was begun is drawn, and what watches sizes has seen it. */
function settled(page: Page): Promise<void> {
  return page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
}

describeChat('chat page: reading', (chat) => {
  const histories: [name: string, messages: object[], whole: boolean][] = [
    ['a message after a tall card', [card(tallCard), { text: 'Newest' }], true],
    ['a card after many messages', [...Array(60).fill({ text: 'Old' }), card(reviewCard)], true],
    ['the start of one tall card after another', Array(3).fill(card(tallCard)), false],
  ];
  for (const [name, messages, whole] of histories) {
    it(`begins at the newest after a reload: ${name}`, async () => {
      const page = await chat.open();
      for (const message of messages) await chat.server.send('demo', message);
      const isThere = async () => (await page.locator('article').count()) === messages.length;
      await until(isThere);
      await page.reload();
      await until(isThere);
      await settled(page);
      assert.ok(await inView(whole ? newest(page) : newest(page).locator('.head')));
    });
  }

  it('comes to what was missed while the server was away', async () => {
    const page = await chat.open();
    await chat.server.send('demo', card(tallCard));
    await shown(page, 'Line');
    const { port } = chat.server;
    await chat.server.stop();
    await page.getByText('The connection is lost').waitFor();
    await chat.server.start(port);
    await chat.server.send('demo', card(tallCard));
    await chat.server.send('demo', { text: 'Newest' });
    await shown(page, 'Newest');
    await settled(page);
    assert.ok(await inView(newest(page)));
  });

  it('lets nothing jump while somebody reads what is older', async () => {
    const page = await chat.open();
    await chat.server.send('demo', card(tallCard));
    const activityId = await chat.server.send('demo', card(reviewCard));
    await chat.server.send('demo', card(tallCard));
    await until(async () => (await page.locator('article').count()) === 3);
    await newest(page).hover();
    await page.mouse.wheel(0, -1500);
    await until(async () => !(await inView(newest(page).locator('.head'))));
    await settled(page);
    const place = await placeOf(page);
    await chat.server.send('demo', { text: 'Newest' });
    const path = `/demo/activities/${encodeURIComponent(activityId)}`;
    await chat.server.connector('PUT', path, { type: 'message', ...card(orderCard(9)) });
    await shown(page, '9 of 25 users moved');
    await settled(page);
    assert.equal(await placeOf(page), place);
  });

  it('shows the newest message whole after a press, though the pressed card says more', async () => {
    const page = await chat.open();
    await chat.server.send('demo', card({ ...orderCard(3), body: lines.slice(0, 10) }));
    chat.server.onTurn = async () => {
      await chat.server.send('demo', card(reviewCard));
      const type = 'application/vnd.microsoft.activity.message';
      return { status: 200, body: { statusCode: 200, type, value: 'See below.' } };
    };
    await button(page, 'Refresh').click();
    await shown(page, 'See below.');
    await settled(page);
    assert.ok(await inView(newest(page)));
  });

  it('shows what a card answers below its buttons, where only these were in view', async () => {
    const page = await chat.open();
    await chat.server.send('demo', card(tallCard));
    await chat.server.send('demo', card(tallCard));
    const type = 'application/vnd.microsoft.activity.message';
    const body = { statusCode: 200, type, value: 'This card is for somebody else.' };
    chat.server.onTurn = () => ({ status: 200, body });
    const pressed = button(page, 'Refresh').first();
    await pressed.evaluate((element) => element.scrollIntoView({ block: 'end' }));
    await pressed.click();
    const answer = page.getByText('This card is for somebody else.');
    await answer.waitFor();
    await settled(page);
    assert.ok(await inView(answer));
  });

  it('keeps the newest message whole when a long text makes the box grow', async () => {
    const page = await chat.open();
    for (let n = 0; n < 20; n += 1) await chat.server.send('demo', { text: 'Old' });
    await chat.server.send('demo', { text: 'Newest' });
    await shown(page, 'Newest');
    await page.getByLabel('Write a message').fill('A line\n'.repeat(6));
    await settled(page);
    assert.ok(await inView(newest(page)));
  });

  it('leaves the reader at the button that they pressed in a card taller than the view', async () => {
    const page = await chat.open();
    await chat.server.send('demo', card(tallCard));
    await button(page, 'Refresh').scrollIntoViewIfNeeded();
    chat.server.onTurn = () => replaceWith({ ...tallCard, body: [...lines, ...lines] });
    await button(page, 'Refresh').click();
    await until(async () => (await page.getByText('Line', { exact: true }).count()) === 160);
    await settled(page);
    assert.ok(await inView(button(page, 'Refresh')));
  });

  it('begins at the start of another card that takes the place of a pressed one', async () => {
    const page = await chat.open();
    await chat.server.send('demo', card(tallCard));
    await button(page, 'Refresh').scrollIntoViewIfNeeded();
    const another = [{ type: 'TextBlock', text: 'Check your order', style: 'heading' }, ...lines];
    chat.server.onTurn = () => replaceWith({ ...tallCard, body: another });
    await button(page, 'Refresh').click();
    await shown(page, 'Check your order');
    await settled(page);
    assert.ok(await inView(page.getByText('Check your order', { exact: true })));
  });
});
