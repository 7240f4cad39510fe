import assert from 'node:assert/strict';
import { localiser } from '../../locales/localiser.ts';
import { TurnDesk } from '../support/bot/turnDesk.ts';
import { saidOn, textOf } from '../support/teams/cardText.ts';

const { t } = localiser('en-US');

describe('A question that takes the place of the one that was answered', () => {
  let desk: TurnDesk;
  beforeEach(async () => {
    desk = await TurnDesk.open();
    for (const text of ['upgrade', 'business premium']) await desk.say(text);
  });
  afterEach(function () {
    return desk.close(this.currentTest?.state === 'failed');
  });

  const form = () => desk.teams.lastCard('configure');

  it('is one and the same in the answer of the press and in the message, for every client', async () => {
    const { messageId } = form();
    const seen = desk.teams.messages.length;
    const { body } = await desk.teams.press(form(), 'configure.submit');
    assert.equal(desk.teams.messages.length, seen);
    const updates = desk.teams.requests.filter(({ method }) => method === 'PUT');
    const update = updates.at(-1)?.body as { attachments: { name: string; content: unknown }[] };
    assert.equal(update.attachments[0]?.name, 'review');
    assert.deepEqual((body as { value: unknown }).value, update.attachments[0]?.content);
    assert.equal(desk.teams.card(messageId).id, 'review');
  });

  it('stays when the answered one is pressed again, and can be answered', async () => {
    const pressed = structuredClone(form());
    await desk.teams.press(pressed, 'configure.submit');
    const { body } = await desk.teams.press(pressed, 'configure.submit');
    assert.equal((body as { value: unknown }).value, t('dialogs.press.inPlace'));
    assert.equal(desk.teams.card(pressed.messageId).id, 'review');
    await desk.teams.press(desk.teams.lastCard('review'), 'order.place');
    assert.equal((await desk.storage.orders.listByTenant(desk.teams.tenantId!)).length, 1);
    assert.match(textOf(desk.teams.card(pressed.messageId)), /UPG-/);
  });

  it('is answered with a sentence alone when the press is delivered twice', async () => {
    const { activityId } = await desk.teams.press(form(), 'configure.submit');
    const seen = desk.teams.requests.length;
    const { body } = await desk.teams.redeliver(activityId);
    assert.equal((body as { value: unknown }).value, t('dialogs.press.inPlace'));
    assert.equal(desk.teams.requests.length, seen);
  });

  it('comes there once more when the process dies before it was said', async () => {
    const { messageId } = form();
    desk.dieNext('stored');
    const { status, activityId } = await desk.teams.press(form(), 'configure.submit');
    assert.equal(status, 500);
    await desk.restart();
    assert.equal((await desk.teams.redeliver(activityId)).status, 200);
    const shown = desk.teams.card(messageId);
    assert.equal(shown.id, 'review');
    assert.ok(desk.teams.texts.includes(t('dialogs.interrupted')));
    await desk.teams.press(shown, 'order.place');
    assert.equal((await desk.storage.orders.listByTenant(desk.teams.tenantId!)).length, 1);
  });

  it('comes below where the channel does not let it take that place', async () => {
    const { messageId } = form();
    desk.teams.fail({ status: 404 }, 1, 'PUT');
    await desk.teams.press(form(), 'configure.submit');
    const below = desk.teams.lastCard('review');
    assert.notEqual(below.messageId, messageId);
    await desk.teams.press(below, 'order.place');
    assert.match(textOf(desk.teams.card(below.messageId)), /UPG-/);
  });

  it('comes below what was typed', async () => {
    const { messageId } = form();
    await desk.say('next');
    assert.equal(desk.teams.card(messageId).id, 'configure');
    assert.notEqual(desk.teams.lastCard('review').messageId, messageId);
  });

  it('comes below where an earlier card is pressed once more in another way', async () => {
    const pressed = structuredClone(form());
    await desk.teams.press(pressed, 'configure.submit');
    const seen = desk.teams.messages.length;
    await desk.teams.press(pressed, 'configure.submit', { quantity: '40' });
    assert.equal(desk.teams.messages.length, seen + 1);
    assert.equal(desk.teams.messages.at(-1)?.activity.attachments?.[0]?.name, 'review');
    assert.match(textOf(desk.teams.lastCard('review')), /\b40\b/);
  });
});

describe('What is said before a card', () => {
  let desk: TurnDesk;
  beforeEach(async () => {
    desk = await TurnDesk.open();
  });
  afterEach(function () {
    return desk.close(this.currentTest?.state === 'failed');
  });

  it('stands on it, is read aloud and in the toast, and is gone once the card is answered', async () => {
    await desk.say('upgrade');
    const [message] = desk.teams.messages;
    assert.equal(desk.teams.messages.length, 1);
    const { activity } = message!;
    const said = saidOn(activity);
    const inOneLine = said.replaceAll('\n\n', ' ');
    assert.match(said, /Nothing stands in the way/);
    const { speak, fallbackText } = activity.attachments?.[0]?.content ?? {};
    assert.ok(activity.summary?.startsWith(inOneLine));
    assert.ok(speak.startsWith(inOneLine));
    assert.ok(fallbackText.startsWith(said));
    await desk.say('business premium');
    assert.equal(saidOn(desk.teams.messages[0]!.activity), '');
  });

  it('is a message of its own before a card that changes by itself', async () => {
    for (const text of ['upgrade', 'business premium', 'next', 'place order', 'place order'])
      await desk.say(text);
    const [said, order] = desk.teams.messages.slice(-2);
    const [{ id } = { id: '' }] = await desk.storage.orders.listByTenant(desk.teams.tenantId!);
    assert.equal(said?.activity.text, t('dialogs.review.alreadyOpen', { order: id }));
    assert.equal(order?.activity.attachments?.[0]?.name, 'order');
  });
});
