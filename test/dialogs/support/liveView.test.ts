import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { type DeskTalk, openCase, withDesk } from './deskTalk.ts';

/** The agent has the case and looks at its file. */
async function lookedAt(talk: DeskTalk): Promise<{ reference: string; messageId: string }> {
  const [agent] = talk.agents;
  const reference = await openCase(talk);
  await agent.say(`take ${reference}`);
  await agent.say(reference);
  const { messageId } = agent.lastCard('case');
  return { reference, messageId };
}

const says = (chat: FakeTeams, messageId: string, text: RegExp) =>
  chat.waitFor(() => (text.test(textOf(chat.card(messageId))) ? true : undefined));

describe('The file that an agent looks at', () => {
  for (const [agentLocale, at] of [
    ['en-US', [/The customer is at\nWhat stands in the way/, /The customer is at\nWhich plan\?/]],
    ['sv-SE', [/Kunden är vid\nVad som står i vägen/, /Kunden är vid\nVilken plan\?/]],
  ] as const) {
    it(`follows the customer from step to step in its place, in ${agentLocale}`, () =>
      withDesk(
        async (talk) => {
          const { customer, agents } = talk;
          const [agent] = agents;
          const { messageId } = await lookedAt(talk);
          assert.match(textOf(agent.card(messageId)), at[0]);
          const before = agent.messages.length;
          await customer.say('scenario happy');
          await customer.say('upgrade');
          await says(agent, messageId, at[1]);
          await customer.say('stop');
          await agent.waitFor(() => (at[1].test(textOf(agent.card(messageId))) ? undefined : true));
          assert.equal(agent.messages.length, before, 'nothing new is said for it');
        },
        { agentLocale },
      ));
  }

  it('is replaced a few times at most, however fast the customer goes on', () =>
    withDesk(async (talk) => {
      const { customer, agents } = talk;
      const [agent] = agents;
      const { messageId } = await lookedAt(talk);
      const replaced = () => agent.messages.find(({ id }) => id === messageId)?.replaced ?? 0;
      await customer.say('scenario happy');
      const before = replaced();
      for (const text of ['upgrade', 'business premium', 'stop', 'upgrade', 'business premium']) {
        await customer.say(text);
      }
      await says(agent, messageId, /The customer is at\nLicenses and payment/);
      assert.ok(replaced() - before <= 3, String(replaced() - before));
    }));

  it('shows each step of the case as well, and stays whole when it is pressed', () =>
    withDesk(async (talk) => {
      const { agents } = talk;
      const [lynne, megan] = agents;
      const { reference } = await lookedAt(talk);
      await megan.say(reference);
      const { messageId } = megan.lastCard('case');
      await lynne.say(`ask customer ${reference}`);
      await says(megan, messageId, /Waits for the customer[\s\S]*History/);
      await megan.press(megan.card(messageId), { verb: 'case.takeover' });
      assert.match(textOf(megan.card(messageId)), /With an agent[\s\S]*History/);
      await megan.press(megan.card(messageId), { verb: 'case.close' });
      await says(megan, messageId, /\nSolved\n[\s\S]*History/);
      assert.doesNotMatch(textOf(megan.card(messageId)), /The customer is at/);
    }));

  it('follows over a restart, and no longer than an hour', () =>
    withDesk(async (talk) => {
      const { customer, agents, bot, cases } = talk;
      const [agent] = agents;
      const { messageId } = await lookedAt(talk);
      const url = await bot.restart();
      for (const chat of [customer, ...agents]) chat.botUrl = url;
      await customer.say('scenario happy');
      await customer.say('upgrade');
      await says(agent, messageId, /The customer is at\nWhich plan\?/);
      const [stored] = await cases();
      const [view] = stored?.live.slice(-1) ?? [];
      const minutes = Temporal.Now.instant()
        .until(view?.until ?? '')
        .total('minutes');
      assert.ok(minutes > 55 && minutes <= 60, String(minutes));
    }));
});
