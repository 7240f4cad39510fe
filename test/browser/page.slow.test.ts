import assert from 'node:assert/strict';
import { locales } from '../../locales/localiser.ts';
import { button, describeChat, focused, shown, until } from './chat.ts';
import { card, configureCard } from './sampleCards.ts';

describeChat('chat page', (chat) => {
  it('says what to write while there is nothing yet', async () => {
    const page = await chat.open();
    await shown(page, 'Say hi to begin');
    assert.ok(await focused(page.getByLabel('Write a message')));
  });

  it('sends what is typed with Enter and shows the answer, with safe Markdown only', async () => {
    chat.server.onTurn = async ({ type, conversation }) => {
      if (type === 'message') {
        const text =
          '**Hello** <img src=x onerror=alert(1)> [x](javascript:alert(1))\n- one\n- two';
        await chat.server.send(conversation.id, { text });
      }
      return { status: 200 };
    };
    const page = await chat.open();
    await page.keyboard.type('hi');
    await page.keyboard.press('Enter');
    await page.locator('strong', { hasText: 'Hello' }).waitFor();
    assert.equal(await page.locator('.bubble li').count(), 2);
    assert.equal(await page.locator('.bubble img, .bubble a').count(), 0);
    assert.equal(await page.getByText('Say hi to begin').isVisible(), false);
    assert.deepEqual(
      chat.posted('message').map(({ text, from }) => [text, from.name]),
      [['hi', 'Alex']],
    );
  });

  it('keeps the lines of a plain text, and takes nothing in it for Markdown', async () => {
    const page = await chat.open();
    const text = 'name,userName\nÅsa *Öberg*,asa@contoso.example\n\n- last';
    await chat.server.send('demo', { text, textFormat: 'plain' });
    const bubble = page.locator('.bubble', { hasText: 'userName' });
    assert.equal(await bubble.innerText(), text);
    assert.equal(await bubble.locator('*').count(), 0);
  });

  it('shows that the bot writes until its message comes', async () => {
    const page = await chat.open();
    await chat.server.send('demo', { text: 'One moment' });
    await shown(page, 'One moment');
    await chat.server.send('demo', { type: 'typing' });
    await page.getByText('Upgradera is writing').waitFor();
    await chat.server.send('demo', { text: 'Here it is' });
    await page.getByText('Upgradera is writing').waitFor({ state: 'hidden' });
  });

  it('offers suggested answers with the latest message only', async () => {
    const page = await chat.open();
    const suggestedActions = { actions: [{ type: 'imBack', title: 'Yes, go on', value: 'yes' }] };
    await chat.server.send('demo', { text: 'Shall I go on?', suggestedActions });
    await button(page, 'Yes, go on').click();
    await until(() => chat.posted('message').length === 1);
    assert.equal(chat.posted('message')[0]!.text, 'yes');
    assert.equal(await button(page, 'Yes, go on').count(), 0);
  });

  it('catches up after the server was started again, in the same conversation', async () => {
    const page = await chat.open();
    await chat.server.send('demo', { text: 'Before' });
    await shown(page, 'Before');
    const { port } = chat.server;
    await chat.server.stop();
    await page.getByText('The connection is lost. Trying again…').waitFor();
    await chat.server.start(port);
    chat.server.turns.length = 0;
    await chat.server.send('demo', { text: 'Your upgrade is complete' });
    await shown(page, 'Your upgrade is complete');
    await shown(page, 'Before');
    await page.keyboard.type('thanks');
    await page.keyboard.press('Enter');
    await until(() => chat.posted('message').length === 1);
    assert.deepEqual(
      chat.server.turns.map(({ type, conversation }) => [type, conversation.id]),
      [['message', 'demo']],
    );
  });

  it('keeps what could not be sent', async () => {
    const page = await chat.open();
    await chat.server.stop();
    await page.keyboard.type('hello?');
    await page.keyboard.press('Enter');
    await page.getByText(/Your text is still in the box|The connection is lost/).waitFor();
    await until(async () => (await page.getByLabel('Write a message').inputValue()) === 'hello?');
    await chat.server.start();
  });

  it('remembers the conversation over a reload, and starts another when asked', async () => {
    const page = await chat.open('');
    await until(() => chat.server.turns.length === 1);
    const first = chat.server.turns[0]!.conversation.id;
    await chat.server.send(first, { text: 'Hello again' });
    await shown(page, 'Hello again');
    await page.reload();
    await shown(page, 'Hello again');
    await button(page, 'New chat').click();
    await until(() => chat.server.turns.length === 2);
    assert.notEqual(chat.server.turns[1]!.conversation.id, first);
  });

  it('lets two people speak in one conversation', async () => {
    const alex = await chat.open();
    const invited = await alex.getByRole('link', { name: 'Invite someone' }).getAttribute('href');
    const robin = await chat.open(invited!.slice(1));
    await robin.getByRole('textbox').first().fill('I am here too');
    await robin.keyboard.press('Enter');
    await shown(alex, 'I am here too');
    assert.deepEqual(
      chat.posted('message').map(({ from, conversation }) => [from.name, conversation.isGroup]),
      [['Robin', true]],
    );
  });

  it('speaks Swedish when asked, and says so to the bot', async () => {
    const page = await chat.open('?conversation=demo&locale=sv-SE');
    await shown(page, 'Säg hej för att börja');
    assert.equal(await page.locator('html').getAttribute('lang'), 'sv-SE');
    await page.getByLabel('Skriv ett meddelande').fill('hej');
    await page.keyboard.press('Enter');
    await until(() => chat.posted('message').length === 1);
    assert.equal(chat.posted('message')[0]!.locale, 'sv-SE');
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByLabel('Write a message').waitFor();
  });

  it('takes the bot along into the other language: asks for it once, for all to see', async () => {
    const page = await chat.open();
    await chat.server.send('demo', { text: 'Hello' });
    await shown(page, 'Hello');
    await page.getByRole('link', { name: 'Svenska' }).click();
    await page.locator('.mine', { hasText: 'svenska' }).waitFor();
    assert.deepEqual(
      chat.posted('message').map(({ text, locale }) => [text, locale]),
      [['svenska', 'sv-SE']],
    );
    await page.reload();
    await page.locator('.mine', { hasText: 'svenska' }).waitFor();
    await page.getByLabel('Skriv ett meddelande').fill('tack');
    await page.keyboard.press('Enter');
    await until(() => chat.posted('message').length > 1);
    assert.equal(chat.posted('message')[1]!.text, 'tack');
  });

  it('keeps what is written and chosen, and not sent yet, in the other language', async () => {
    const page = await chat.open();
    await chat.server.send('demo', card(configureCard));
    await page.getByRole('spinbutton', { name: 'Licences' }).fill('31');
    await page.getByLabel('Yearly').check();
    await page.getByLabel('Write a message').fill('what about **our** data?');
    await page.getByRole('link', { name: 'Svenska' }).click();
    await page.locator('.mine', { hasText: 'svenska' }).waitFor();
    const box = page.getByLabel('Skriv ett meddelande');
    assert.equal(await box.inputValue(), 'what about **our** data?');
    await chat.server.send('demo', card(configureCard));
    const number = page.getByRole('spinbutton', { name: 'Licences' });
    await number.nth(1).waitFor();
    assert.equal(await number.last().inputValue(), '31');
    assert.ok(await page.getByLabel('Yearly').last().isChecked());
    await box.press('Enter');
    await until(() => chat.posted('message').length > 1);
    await chat.server.send('demo', card(configureCard));
    await number.nth(2).waitFor();
    assert.equal(await number.last().inputValue(), '');
    await page.reload();
    await box.waitFor();
    assert.equal(await box.inputValue(), '');
  });

  it('asks for no language where nothing was said yet', async () => {
    const page = await chat.open();
    await page.getByRole('link', { name: 'Svenska' }).click();
    await page.getByLabel('Skriv ett meddelande').fill('hej');
    await page.keyboard.press('Enter');
    await until(() => chat.posted('message').length > 0);
    assert.equal(chat.posted('message')[0]!.text, 'hej');
  });

  it('says when a text is too long, loses nothing of it, and sends it once it fits', async () => {
    const page = await chat.open();
    const box = page.getByLabel('Write a message');
    const send = page.getByRole('button', { name: 'Send' });
    const hint = page.getByText('Too long to send: 4,321 characters, and 4,000 fit.');
    await box.fill('x'.repeat(4321));
    await hint.waitFor();
    assert.ok(await send.isDisabled());
    await page.keyboard.press('Enter');
    assert.equal((await box.inputValue()).length, 4321);
    await box.fill('x'.repeat(4000));
    await hint.waitFor({ state: 'hidden' });
    await send.click();
    await until(() => chat.posted('message').length > 0);
    assert.deepEqual(
      chat.posted('message').map(({ text }) => text?.length),
      [4000],
    );
  });

  for (const locale of locales) {
    it(`keeps its links in one row on a phone, ${locale}`, async () => {
      const query = `?conversation=demo&locale=${locale}&user=${'Alexandra '.repeat(4)}`;
      const page = await chat.open(query, { viewport: { width: 360, height: 740 } });
      const top = await page.locator('header').boundingBox();
      assert.ok(top && top.height < 110, `${top?.height}`);
      const places = await page.locator('nav a, nav button').all();
      const boxes = await Promise.all(places.map((place) => place.boundingBox()));
      assert.equal(boxes.length, 4);
      assert.equal(new Set(boxes.map((box) => box?.y)).size, 1);
      assert.ok(boxes.every((box) => box && box.x + box.width <= 360));
    });
  }

  const themes: [name: string, query: string, system: 'dark' | 'light', theme: string][] = [
    ['as the system', '', 'dark', 'dark'],
    ['dark as asked', '?theme=dark', 'light', 'dark'],
    ['light as asked', '?theme=light', 'dark', 'light'],
  ];
  for (const [name, query, colorScheme, theme] of themes) {
    it(`is ${name} until toggled, and stays so`, async () => {
      const page = await chat.open(query, { colorScheme });
      assert.equal(await page.locator('html').getAttribute('data-theme'), theme);
      await button(page, 'Dark').click();
      const other = theme === 'dark' ? 'light' : 'dark';
      assert.equal(await page.locator('html').getAttribute('data-theme'), other);
      await page.goto(chat.server.url);
      assert.equal(await page.locator('html').getAttribute('data-theme'), other);
    });
  }
});
