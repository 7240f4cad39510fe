import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { cardThat, lastText, openCase, withDesk } from './deskTalk.ts';

describe('The support desk', () => {
  it('gets each case as a card that follows it, and the customer is told of each step', () =>
    withDesk(async (talk) => {
      const { customer, agents, cases } = talk;
      const [agent] = agents;
      const reference = await openCase(talk);
      const { messageId } = agent.lastCard('case');
      const steps: [verb: string, desk: RegExp, told: RegExp][] = [
        ['case.take', /With an agent/, /An agent of the support desk has taken your case/],
        ['case.ask', /Waits for the customer/, /The agent needs something from you/],
        ['case.goon', /With an agent/, /working on your case again/],
        ['case.wait', /Waits for Microsoft/, /goes on when Microsoft has answered/],
        ['case.give', /New: nobody has it/, /given your case back to the desk/],
      ];
      for (const [verb, desk, told] of steps) {
        await agent.press(agent.card(messageId), { verb });
        assert.match(textOf(agent.card(messageId)), desk);
        await cardThat(customer, 'notice', told);
      }
      await agent.say(`take ${reference}`);
      await agent.say(`note ${reference} asked billing about it`);
      assert.match(lastText(agent), /The customer does not see it/);
      await agent.say(`close ${reference}`);
      await cardThat(customer, 'notice', /closed your case as solved/);
      await cardThat(agent, 'case', /Solved/);
      await customer.say('reopen my case');
      await cardThat(agent, 'case', /New: nobody has it/);
      assert.notEqual(agent.lastCard('case').messageId, messageId, 'it comes anew');
      const [stored] = await cases();
      assert.doesNotMatch(JSON.stringify(customer.messages), /asked billing/);
      assert.deepEqual(
        stored?.audit.map(({ event }) => event),
        [
          ...['open', 'take', 'askCustomer', 'goOn', 'askMicrosoft', 'giveBack'],
          ...['take', 'note', 'solve', 'reopen'],
        ],
      );
    }));

  it('shows an agent the whole file, and notes who has read it', () =>
    withDesk(async (talk) => {
      const { agents, cases } = talk;
      await openCase(talk);
      const [agent, other] = agents;
      await other.say('desk');
      await other.press(other.lastCard('desk'), { verb: 'case.look' });
      const file = textOf(other.lastCard('case'));
      assert.match(file, /The customer is at\nWhat stands in the way/);
      for (const part of [
        /Customer: upgrade\s+Bot: /,
        /LICENSE_CONFLICT/,
        /Microsoft 365 Business Standard/,
        /25 \/ 28/,
      ]) {
        assert.match(file, part);
      }
      await agent.press(agent.lastCard('case'), { verb: 'case.look' });
      const [stored] = await cases();
      assert.deepEqual(stored?.audit.map(({ event, by }) => [event, by]).slice(1), [
        ['look', 'megan'],
        ['look', 'lynne'],
      ]);
    }));

  it('gives a case to one of two who press take at once, and tells the other who has it', () =>
    withDesk(async (talk) => {
      const { agents, cases } = talk;
      const [lynne, megan] = agents;
      const reference = await openCase(talk);
      await megan.say(reference);
      const [one, other] = [lynne.lastCard('case'), megan.lastCard('case')];
      await Promise.all([
        lynne.press(one, { verb: 'case.take' }),
        megan.press(other, { verb: 'case.take' }),
      ]);
      const [stored] = await cases();
      const winner = stored?.agent?.name;
      const told = [lastText(lynne), lastText(megan)];
      assert.equal(told.filter((text) => text.startsWith('You have case')).length, 1);
      assert.equal(told.filter((text) => text.startsWith(`${winner} has case`)).length, 1);
      const loser = stored?.agent?.userId === 'lynne' ? megan : lynne;
      await loser.say(`close ${reference}`);
      assert.match(lastText(loser), /has case .* Press Take over first/);
      await loser.press(loser.lastCard('case'), { verb: 'case.takeover' });
      await loser.say(`close ${reference}`);
      assert.equal((await cases())[0]?.state, 'solved');
    }));

  it('lists and filters open cases, in the language of the agent', () =>
    withDesk(
      async (talk) => {
        const [agent] = talk.agents;
        const reference = await openCase(talk);
        await agent.say(`ta ${reference}`);
        await agent.say('öppna ärenden');
        assert.match(
          textOf(agent.lastCard('desk')),
          new RegExp(`1 ärende är öppet[^]*${reference}`),
        );
        await agent.press(agent.lastCard('desk'), { verb: 'desk.filter', choice: 'new' });
        assert.match(textOf(agent.lastCard('desk')), /0 ärenden har ingen handläggare/);
        await agent.press(agent.lastCard('desk'), { verb: 'desk.filter', choice: 'mine' });
        assert.match(textOf(agent.lastCard('desk')), new RegExp(`Du har 1 ärende[^]*${reference}`));
        await cardThat(talk.customer, 'notice', /An agent of the support desk/);
      },
      { agentLocale: 'sv-SE' },
    ));

  it('is shown to no customer, and a case to no agent of another tenant', () =>
    withDesk(async (talk) => {
      const { customer, foreignAgent, cases } = talk;
      const reference = await openCase(talk);
      for (const text of ['desk', 'desk here']) {
        await customer.say(text);
        assert.match(lastText(customer), /Only agents of the support desk/);
      }
      const before = customer.cards.length;
      await customer.say(`take ${reference}`);
      assert.equal(customer.lastCard().id, 'my-case');
      assert.equal(customer.cards.slice(before).length, 1);
      await foreignAgent.say('desk');
      assert.match(textOf(foreignAgent.lastCard('desk')), /0 cases are open/);
      for (const text of [reference, `take ${reference}`, `note ${reference} x`]) {
        await foreignAgent.say(text);
        assert.match(lastText(foreignAgent), /can't find that case/);
      }
      assert.deepEqual((await cases())[0]?.audit.length, 1);
    }));
});
