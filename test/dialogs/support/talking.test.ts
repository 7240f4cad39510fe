import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { cardThat, type DeskTalk, lastText, openCase, withDesk } from './deskTalk.ts';

/** The agent has taken the case and talks with the customer. @returns the case's reference */
async function beginTalk(talk: DeskTalk): Promise<string> {
  const [agent] = talk.agents;
  const reference = await openCase(talk);
  await agent.say(`take ${reference}`);
  await agent.say(`talk ${reference}`);
  await cardThat(talk.customer, 'notice', /An agent writes to you here|En handläggare skriver/);
  return reference;
}

const relayed = (chat: FakeTeams): string[] =>
  chat.cards.filter(({ id }) => id === 'case-message').map((card) => textOf(card));

const invoice = {
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: 'https://contoso.sharepoint.com/a.pdf',
  name: 'invoice.pdf',
  content: { downloadUrl: 'https://contoso.sharepoint.com/download?tempauth=secret' },
};
const pasted = {
  contentType: 'image/png',
  contentUrl: 'https://smba.trafficmanager.net/emea/v3/attachments/0-a/views/original',
};

const deleteMessage = (chat: FakeTeams, id: string) => chat.send({ type: 'messageDelete', id });

describe('An agent and a customer', () => {
  it('write to each other, marked with who speaks, each in their own language', () =>
    withDesk(
      async (talk) => {
        const { customer, agents } = talk;
        const [agent] = agents;
        await beginTalk(talk);
        await agent.say('Hej! Vilken plan gäller det? **fet** 4111 1111 1111 1111');
        const seen = await cardThat(customer, 'case-message', /Vilken plan/);
        assert.match(textOf(seen), /From the support desk\nLynne Robbins\n/);
        assert.match(textOf(seen), /gäller det\? fet •••• •••• •••• ••••/);
        const said = customer.messages.length;
        await customer.say('business standard, upgrade it please');
        await cardThat(agent, 'case-message', /Från kunden\nAdele Vance\nbusiness standard/);
        assert.equal(customer.messages.length, said, 'the bot is quiet');
        await customer.press(customer.lastCard('diagnosis'), { verb: 'diagnosis.recheck' });
        await customer.say('bot status');
        assert.equal(customer.lastCard().id, 'status');
        assert.equal(relayed(agent).length, 1);
      },
      { agentLocale: 'sv-SE' },
    ));

  for (const [who, other] of [
    ['customer', 'agent'],
    ['agent', 'customer'],
  ] as const) {
    it(`stop when the ${who} ends it, and both are told`, () =>
      withDesk(async (talk) => {
        const { customer, agents } = talk;
        const chats = { customer, agent: agents[0] };
        await beginTalk(talk);
        await chats[who].say('end');
        assert.match(lastText(chats[who]), /The talk of case CASE-\w{8} is over/);
        const card = other === 'customer' ? 'notice' : 'case-message';
        await cardThat(chats[other], card, /The talk is over/);
        await chats[who].say('help');
        assert.equal(chats[who].lastCard().id, 'answer');
        assert.equal(relayed(customer).length, 0);
      }));
  }

  it('see what was edited and deleted since in its place, each once', () =>
    withDesk(async (talk) => {
      const { customer, agents } = talk;
      const [agent] = agents;
      await beginTalk(talk);
      const { activityId } = await customer.say('it is the frist one');
      await cardThat(agent, 'case-message', /frist/);
      await customer.edit('it is the first one', activityId);
      await cardThat(agent, 'case-message', /first one\n.* · edited/);
      await deleteMessage(customer, activityId);
      await cardThat(agent, 'case-message', /this message was deleted/);
      assert.equal(relayed(agent).length, 1);
      assert.doesNotMatch(relayed(agent)[0] ?? '', /first/);
    }));

  it('get each message once, however often it is delivered, and over a restart', () =>
    withDesk(async (talk) => {
      const { customer, agents, bot } = talk;
      const [agent] = agents;
      await beginTalk(talk);
      const { activityId } = await customer.say('one');
      await cardThat(agent, 'case-message', /\none\n/);
      await customer.redeliver(activityId);
      const url = await bot.restart();
      for (const chat of [customer, ...agents]) chat.botUrl = url;
      await customer.redeliver(activityId);
      await customer.say('two');
      await cardThat(agent, 'case-message', /\ntwo\n/);
      await agent.say('three');
      await cardThat(customer, 'case-message', /\nthree\n/);
      assert.equal(relayed(agent).length, 2);
    }));

  it('come to a review of what the agent has suggested, and the customer alone orders it', () =>
    withDesk(async (talk) => {
      const { customer, agents } = talk;
      const [agent] = agents;
      const reference = await beginTalk(talk);
      await customer.say('bot scenario happy');
      await agent.say(`suggest ${reference} place order, or what you like`);
      assert.match(lastText(agent), /names no plan/);
      await agent.say(
        `suggest ${reference} Business Premium, 30 licenses, yearly: it keeps your mail`,
      );
      const card = await cardThat(customer, 'notice', /it keeps your mail/);
      await customer.press(card, { verb: 'suggestion.take' });
      assert.match(textOf(customer.lastCard('review')), /Business Premium[\s\S]*30 licenses/);
      assert.ok(!customer.cards.some(({ id }) => id === 'order'));
    }));

  it('are brought what is noted and suggested as it stands, whatever else its words may mean', () =>
    withDesk(async (talk) => {
      const { customer, agents, cases } = talk;
      const [agent] = agents;
      const reference = await openCase(talk);
      await agent.say(`take ${reference}`);
      const note = 'please wait, do not cancel. Upgrade on Monday? Status: no, stop';
      await agent.say(`note ${reference} ${note}`);
      assert.match(lastText(agent), /Noted in case/);
      assert.equal((await cases())[0]?.audit.at(-1)?.note, note);
      await agent.say(`suggest ${reference} Business Premium, 30 licenses. Wait until Monday`);
      await cardThat(customer, 'notice', /Wait until Monday/);
    }));

  for (const [locale, at, ask] of [
    ['en-US', /invoice\.pdf\nOpens at contoso\.sharepoint\.com, for those with whom/, /no link/],
    ['sv-SE', /invoice\.pdf\nÖppnas på contoso\.sharepoint\.com, för dem som/, /ingen länk/],
  ] as const) {
    it(`get a file as a link with its name, and are told where that does not open, in ${locale}`, () =>
      withDesk(
        async (talk) => {
          const { customer, agents, cases } = talk;
          const [agent] = agents;
          await beginTalk(talk);
          for (const [from, to, name] of [
            [customer, agent, 'Adele Vance'],
            [agent, customer, 'Lynne Robbins'],
          ] as const) {
            const before = from.texts.length;
            await from.send({ type: 'message', id: `file-of-${name}`, attachments: [invoice] });
            const card = await cardThat(to, 'case-message', at);
            assert.match(textOf(card), new RegExp(name));
            assert.match(
              JSON.stringify(card.json),
              /"url":"https:\/\/contoso\.sharepoint\.com\/a\.pdf"/,
            );
            assert.equal(from.texts.length, before + 1, 'who sends it is told to share it');
            await from.send({
              type: 'message',
              id: `shot-of-${name}`,
              text: 'look',
              attachments: [pasted],
            });
            await cardThat(to, 'case-message', ask);
            assert.equal(from.texts.length, before + 2);
          }
          const stored = JSON.stringify(await cases());
          assert.doesNotMatch(stored, /tempauth|trafficmanager/);
          await deleteMessage(customer, 'file-of-Adele Vance');
          await agent.waitFor(() =>
            relayed(agent).some((text) => text.includes('invoice.pdf')) ? undefined : true,
          );
          assert.doesNotMatch(JSON.stringify((await cases())[0]?.messages[0]), /invoice/);
        },
        { customerLocale: locale, agentLocale: locale },
      ));
  }

  it('lose nothing where the channel gives both chats the same ids', () =>
    withDesk(async (talk) => {
      const { customer, agents } = talk;
      const [agent] = agents;
      await beginTalk(talk);
      await agent.send({ type: 'message', id: '1700000000001', text: 'which one' });
      await cardThat(customer, 'case-message', /which one/);
      await customer.send({ type: 'message', id: '1700000000001', text: 'the first' });
      await cardThat(agent, 'case-message', /the first/);
    }));

  it('find the answer that was waited for in the case, also where nobody talks just then', () =>
    withDesk(async (talk) => {
      const { customer, agents, cases } = talk;
      const [agent] = agents;
      const reference = await openCase(talk);
      await agent.say(`take ${reference}`);
      await agent.say(`ask customer ${reference}`);
      await cardThat(customer, 'notice', /Write your answer here/);
      await customer.say('we have 28 users in all');
      await cardThat(agent, 'case', /Customer: we have 28 users in all/);
      assert.equal((await cases())[0]?.state, 'assigned');
    }));
});
