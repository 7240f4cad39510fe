import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { cardThat, type DeskTalk, lastText, openCase, withDesk } from './deskTalk.ts';

/** @returns the reference of a case that the first agent has taken */
async function takenCase(talk: DeskTalk): Promise<string> {
  const reference = await openCase(talk);
  await talk.agents[0].say(`take ${reference}`);
  return reference;
}

const idsOf = (chat: FakeTeams): string[] => chat.cards.map(({ id }) => id);
const events = async ({ cases }: DeskTalk) => (await cases())[0]?.audit.map(({ event }) => event);

describe('What an agent sends a customer', () => {
  for (const [locale, seen] of [
    [
      'en-US',
      /The credit check\n[\s\S]*Lynne Robbins of the support desk sends you this:\ndetta är/,
    ],
    ['sv-SE', /Kreditkontrollen\n[\s\S]*Lynne Robbins på supporten skickar dig det här:\ndetta är/],
  ] as const) {
    it(`is an article, by its name or in words, in the customer's language: ${locale}`, () =>
      withDesk(
        async (talk) => {
          const { customer, agents } = talk;
          const reference = await takenCase(talk);
          await agents[0].say(`article ${reference} credit-check: detta är skälet`);
          assert.match(lastText(agents[0]), /Sent to the customer of case CASE-\w{8}: “The credit/);
          const card = await cardThat(customer, 'answer', seen);
          await agents[0].say(`artikel ${reference} how long does the credit check take`);
          await customer.waitFor(() => customer.cards.filter(({ id }) => id === 'answer')[1]);
          await customer.press(card, { verb: 'support.request' });
          assert.equal(customer.lastCard().id, 'answer');
          assert.deepEqual((await events(talk))?.slice(-2), ['article', 'article']);
        },
        { customerLocale: locale },
      ));
  }

  it('is an article that the agent picks from all, once for a double click', () =>
    withDesk(async (talk) => {
      const { customer, agents } = talk;
      const [agent] = agents;
      const reference = await takenCase(talk);
      await agent.press(agent.lastCard('case'), { verb: 'case.guide' });
      const guide = agent.lastCard('guide');
      const send = (article: string, words: string) =>
        agent.press(guide, { verb: 'guide.article' }, { article, words });
      await Promise.all([1, 2].map(() => send('roles', 'look at your role')));
      await cardThat(customer, 'answer', /look at your role/);
      assert.equal(idsOf(customer).filter((id) => id === 'answer').length, 1);
      assert.match(agent.texts.join('\n'), /nothing was sent twice/);
      await send('none', 'x');
      assert.match(lastText(agent), /I know no such article/);
      await agent.say(`article ${reference} zxcv`);
      assert.match(lastText(agent), /I know no such article/);
    }));

  it('is the diagnosis as it is now, which changes nothing; its outcome stands in the file', () =>
    withDesk(async (talk) => {
      const { customer, agents, cases } = talk;
      const [agent] = agents;
      const reference = await takenCase(talk);
      await agent.say(`check ${reference} now I look again`);
      assert.match(lastText(agent), /Checked again for case CASE-\w{8}: LICENSE_CONFLICT\./);
      const card = await cardThat(customer, 'diagnosis', /sends you this:\nnow I look again/);
      assert.match(textOf(card), /28/);
      await agent.say(reference);
      assert.match(
        textOf(agent.lastCard('case')),
        /Checked again [\s\S]*25 \/ 28[\s\S]*LICENSE_CONFLICT/,
      );
      await customer.press(card, { verb: 'diagnosis.recheck' });
      assert.match(textOf(customer.card(card.messageId)), /Nothing has changed/);
      assert.doesNotMatch(JSON.stringify((await cases())[0]?.looks), /street|soldTo|@/i);
    }));

  it('leads on where nothing stands in the way any more', () =>
    withDesk(async (talk) => {
      const { customer, agents } = talk;
      const [agent] = agents;
      await agent.say('desk here');
      for (const text of ['role reader', 'upgrade', 'open a case may I']) await customer.say(text);
      const opened = textOf(await cardThat(agent, 'case', /may I/));
      const [reference] = /CASE-\w{8}/.exec(opened) ?? [];
      await agent.say(`take ${reference}`);
      await customer.say('role global-admin');
      await agent.say(`check ${reference}`);
      assert.match(lastText(agent), /nothing stands in the way/);
      const clear = await cardThat(customer, 'diagnosis', /Nothing stands in the way of upgrading/);
      await customer.press(clear, { verb: 'diagnosis.recheck' });
      assert.equal(customer.lastCard().id, 'plans');
      assert.ok(!idsOf(customer).includes('order'));
    }));

  it('is nothing to check where the case is about no subscription', () =>
    withDesk(async ({ customer, agents: [agent] }) => {
      await agent.say('desk here');
      await customer.say('open a case');
      const [reference] =
        /CASE-\w{8}/.exec(textOf(await cardThat(agent, 'case', /Adele Vance/))) ?? [];
      await agent.say(`take ${reference}`);
      await agent.say(`check ${reference}`);
      assert.match(lastText(agent), /is about no subscription/);
    }));
});

const asked = {
  'en-US': {
    licences: /The agent asks to see your licenses\nLynne Robbins\nwhich ones\n/,
    shown: /Shown to the agent of case/,
    kept: /Nothing was shown/,
  },
  'sv-SE': {
    licences: /Handläggaren ber att få se dina licenser\nLynne Robbins\nwhich ones\n/,
    shown: /Visat för handläggaren i ärende/,
    kept: /Inget visades/,
  },
} as const;

describe('What an agent asks to be shown', () => {
  for (const [locale, says] of Object.entries(asked)) {
    it(`is seen by the agent once the customer has pressed, not before, in ${locale}`, () =>
      withDesk(
        async (talk) => {
          const { customer, agents, cases } = talk;
          const [agent] = agents;
          const reference = await takenCase(talk);
          const owned = /shown by the customer[\s\S]*Microsoft 365 Business Standard: 25 \/ 28/;
          await agent.say(`show licenses ${reference} which ones`);
          const card = await cardThat(customer, 'case-ask', says.licences);
          await agent.say(`show me your licenses ${reference}`);
          assert.match(lastText(agent), /nothing was sent twice/);
          await agent.say(reference);
          assert.doesNotMatch(textOf(agent.lastCard('case')), /shown by the customer/);
          const [once, twice] = await Promise.all([
            customer.press(card, { verb: 'case.share' }),
            customer.press(card, { verb: 'case.share' }),
          ]);
          assert.ok(once && twice);
          assert.match(customer.texts.join('\n'), says.shown);
          await cardThat(agent, 'case-message', /has shown what you asked for/);
          await agent.say(reference);
          assert.match(textOf(agent.lastCard('case')), owned);
          await agent.say(`show order ${reference}`);
          const order = await customer.waitFor(() =>
            customer.cards.findLast(
              ({ id, messageId }) => id === 'case-ask' && messageId !== card.messageId,
            ),
          );
          await customer.press(order, { verb: 'case.keep' });
          assert.match(customer.texts.join('\n'), says.kept);
          await cardThat(agent, 'case-message', /does not want to show/);
          assert.deepEqual(
            (await cases())[0]?.looks.map(({ what, by }) => [what, by]),
            [['licences', 'customer']],
          );
          const all = await events(talk);
          assert.equal(all?.filter((event) => event === 'share').length, 1);
        },
        { customerLocale: locale },
      ));
  }

  it('is not shown when the case is over meanwhile, and stands in the file of whoever has it by then', () =>
    withDesk(async (talk) => {
      const { customer, agents, cases } = talk;
      const [lynne, megan] = agents;
      const reference = await takenCase(talk);
      await lynne.say(`show diagnosis ${reference}`);
      const card = await cardThat(customer, 'case-ask', /what stands in the way/);
      await megan.say(`show diagnosis ${reference}`);
      assert.match(lastText(megan), /Lynne Robbins has case/);
      await megan.say(`take over ${reference}`);
      await customer.press(card, { verb: 'case.share' });
      await megan.say(reference);
      assert.match(textOf(megan.lastCard('case')), /shown by the customer [\s\S]*LICENSE_CONFLICT/);
      assert.ok(!idsOf(lynne).includes('case-message'));
      await megan.say(`show licenses ${reference}`);
      const late = await cardThat(customer, 'case-ask', /your licenses/);
      await megan.say(`close ${reference}`);
      await cardThat(customer, 'notice', /closed your case as solved/);
      await customer.press(late, { verb: 'case.share' });
      assert.match(lastText(customer), /Nothing was shown/);
      assert.deepEqual(
        (await cases())[0]?.looks.map(({ what }) => what),
        ['diagnosis'],
      );
    }));

  it('is asked, and answered, over a restart in between', () =>
    withDesk(async (talk) => {
      const { customer, agents, bot, cases } = talk;
      const [agent] = agents;
      const reference = await takenCase(talk);
      await agent.say(`show order ${reference}`);
      const card = await cardThat(customer, 'case-ask', /your order/);
      const url = await bot.restart();
      for (const chat of [customer, ...agents]) chat.botUrl = url;
      await customer.press(card, { verb: 'case.share' });
      await cardThat(agent, 'case-message', /has shown/);
      await agent.say(reference);
      assert.match(textOf(agent.lastCard('case')), /There was nothing of the kind/);
      assert.equal((await cases())[0]?.messages.length, 1);
    }));

  it('is for no agent of another tenant to ask, nor for anybody else', () =>
    withDesk(async (talk) => {
      const { customer, foreignAgent } = talk;
      const reference = await takenCase(talk);
      for (const word of ['article', 'check', 'show order']) {
        await foreignAgent.say(`${word} ${reference} roles`);
        assert.match(lastText(foreignAgent), /can't find that case/);
      }
      await customer.say(`show order ${reference}`);
      assert.ok(!idsOf(customer).includes('case-ask'));
    }));
});
