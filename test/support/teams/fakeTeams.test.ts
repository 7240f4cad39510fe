import assert from 'node:assert/strict';
import { CardFactory, TurnContext } from 'botbuilder';
import type { TurnLogic } from '../../../bot/sdk/turnAdapter.ts';
import { startTurnServer, type TurnServer } from '../bot/turnServer.ts';
import type { Json } from './cardButtons.ts';
import type { Flavour } from './clientFlavour.ts';
import { FakeTeams } from './fakeTeams.ts';

const data = { v: 1, verb: 'order.place', token: 't' };
const card = {
  type: 'AdaptiveCard',
  body: [{ type: 'Input.Number', id: 'quantity', value: 25 }],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Place order',
      verb: data.verb,
      data,
      fallback: { type: 'Action.Submit', title: 'Place order', data: { ...data, v: 2 } },
    },
  ],
};
const attachment = { ...CardFactory.adaptiveCard(card), name: 'review' };

describe('FakeTeams', () => {
  let bot: TurnServer;
  let teams: FakeTeams;
  const seen: Json[] = [];

  const logic: TurnLogic = async (context) => {
    const { activity } = context;
    seen.push(activity as unknown as Json);
    if (activity.text === 'card') await context.sendActivity({ attachments: [attachment] });
    if (activity.text === 'both') {
      await context.sendActivity({ text: 'look', attachments: [attachment] });
    }
    if (activity.type === 'invoke') {
      const type = 'application/vnd.microsoft.card.adaptive';
      const value = { status: 200, body: { statusCode: 200, type, value: { body: ['closed'] } } };
      await context.sendActivity({ type: 'invokeResponse', value });
    }
  };
  const open = async (flavour: Flavour) => {
    seen.length = 0;
    bot = await startTurnServer(logic);
    teams = await FakeTeams.start({ botUrl: bot.url, flavour, locale: 'sv-SE' });
  };
  afterEach(async () => {
    await bot.server.close();
    await teams.stop();
  });

  it('presses as Teams does: an invoke with data and inputs, whose answer replaces the card', async () => {
    await open('teams');
    await teams.say('card');
    const shown = teams.lastCard('review');
    assert.equal((await teams.press(shown, 'Place order')).status, 200);
    const invoke = seen[1]!;
    assert.equal(invoke.name, 'adaptiveCard/action');
    assert.equal(invoke.replyToId, shown.messageId);
    assert.deepEqual(invoke.value, {
      action: {
        type: 'Action.Execute',
        title: 'Place order',
        verb: data.verb,
        data: { ...data, quantity: '25' },
      },
      trigger: 'manual',
    });
    assert.equal((invoke.channelData as Json & { tenant: Json }).tenant.id, teams.tenantId);
    assert.deepEqual(teams.card(shown.messageId).json, { body: ['closed'] });
  });

  it('presses as the Emulator does: a message with the data of the fallback', async () => {
    await open('emulator');
    await teams.say('card');
    await teams.press(teams.lastCard(), { verb: 'order.place' }, { quantity: '7' });
    const { type, value, text, conversation, locale } = seen[1]!;
    assert.deepEqual(value, { ...data, v: 2, quantity: '7' });
    assert.equal(type, 'message');
    assert.equal(text, undefined);
    assert.equal(locale, 'sv-SE');
    assert.match((conversation as { id: string }).id, /\|livechat$/);
    assert.deepEqual(teams.lastCard().json, card);
  });

  it('splits a text from its card as Teams does', async () => {
    await open('teams');
    await teams.say('both');
    assert.equal(teams.messages.length, 2);
    assert.deepEqual(teams.texts, ['look']);
    assert.deepEqual(teams.lastCard().json, card);
  });

  it('delivers an activity again, byte for byte', async () => {
    await open('teams');
    const { activityId } = await teams.say('once');
    await teams.redeliver(activityId);
    assert.deepEqual(seen[1], seen[0]);
  });

  it('tells of the installation as each client does', async () => {
    await open('teams');
    await teams.install();
    assert.deepEqual(
      seen.map(({ type }) => type),
      ['installationUpdate', 'conversationUpdate'],
    );
    await bot.server.close();
    await teams.stop();
    await open('emulator');
    await teams.install();
    assert.deepEqual(
      seen.map(({ membersAdded }) => (membersAdded as unknown[]).length),
      [2],
    );
  });

  it('waits for what comes later, and says what was there when it does not come', async () => {
    await open('teams');
    await teams.say('card');
    const reference = TurnContext.getConversationReference(seen[0] as never);
    const text = teams.waitFor(() => teams.texts[0]);
    await bot.adapter.continueConversation(reference, async (context) => {
      await context.sendActivity('later');
    });
    assert.equal(await text, 'later');
    await assert.rejects(
      teams.waitFor(() => teams.texts[1], 20),
      /later \/ \[review\]/,
    );
  });
});
