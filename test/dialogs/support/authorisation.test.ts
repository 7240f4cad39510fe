import assert from 'node:assert/strict';
import { type Verb, verbs } from '../../../cards/cards.ts';
import { isNeverForAgents, needOfVerb } from '../../../dialogs/root/access.ts';
import { buttonsOf } from '../../support/teams/cardButtons.ts';
import { FakeTeams, type ShownCard } from '../../support/teams/fakeTeams.ts';
import { type DeskTalk, lastText, openCase, withDesk } from './deskTalk.ts';

const agentVerbs = verbs.filter((verb) => needOfVerb(verb) === 'agent');
const caseVerbs = ['case.show', 'case.withdraw', 'case.reopen'] as const;

/** Somebody who presses, in whose name, and whether they may. */
const people = {
  'global admin': { userId: 'global', role: 'global-admin' },
  'billing admin': { userId: 'billing', role: 'billing-admin' },
  'licence admin': { userId: 'licence', role: 'license-admin' },
  reader: { userId: 'reading', role: 'reader' },
  'agent of this customer': { userId: 'lynne', role: 'global-admin' },
  'agent of another customer': { userId: 'foreign', role: 'global-admin' },
  'support admin': { userId: 'stranger', role: 'support-admin' },
} as const;
type Who = keyof typeof people;

/** The desk's buttons are its agents' alone; a case is its customer's, and of who sees billing there. */
const mayUseDesk: readonly Who[] = ['agent of this customer'];
const maySeeCase: readonly Who[] = ['global admin', 'billing admin'];

/** A press in somebody else's chat and name, of whatever the card there bears. */
function forge(chat: FakeTeams, card: ShownCard, verb: string, userId: string) {
  const token = buttonsOf(card.json).find(({ data }) => data?.token)?.data?.token;
  const data = { v: 1, verb, token, note: 'forged' };
  const { id, name } = chat.user;
  return chat.send({
    type: 'invoke',
    name: 'adaptiveCard/action',
    from: { id, name, aadObjectId: userId } as never,
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    replyToId: card.messageId,
  });
}

/** In a chat of their own in the customer's tenant, with that role. */
async function inTenant(talk: DeskTalk, who: Who): Promise<FakeTeams> {
  const { tenantId = '' } = talk.customer;
  const { userId, role } = people[who];
  const chat = await FakeTeams.start({ botUrl: talk.bot.url, tenantId, userId, userName: who });
  await chat.say(`role ${role}`);
  return chat;
}

const audit = async (talk: DeskTalk) => {
  const [only] = await talk.cases();
  return only?.audit.map(({ event, by }) => `${event} ${by}`);
};

describe('Whoever presses a button of a support case, also a forged one', () => {
  for (const who of Object.keys(people) as Who[]) {
    const { userId } = people[who];
    const may = mayUseDesk.includes(who);

    it(`${may ? 'does' : 'does nothing'} with any button in the desk's chat as ${who}`, () =>
      withDesk(async (talk) => {
        await openCase(talk);
        const [desk] = talk.agents;
        const card = desk.lastCard('case');
        for (const verb of agentVerbs) {
          const before = await audit(talk);
          assert.equal((await forge(desk, card, verb, userId)).status, 200);
          if (!may) assert.deepEqual(await audit(talk), before, verb);
        }
        const after = (await audit(talk)) ?? [];
        assert.equal(after.length > 1, may);
        assert.ok(after.slice(1).every((line) => line.endsWith(userId)));
      }));

    it(`${maySeeCase.includes(who) ? 'sees' : 'sees nothing of'} a colleague's case as ${who}`, () =>
      withDesk(async (talk) => {
        const reference = await openCase(talk);
        const before = await audit(talk);
        for (const verb of caseVerbs) {
          await forge(talk.customer, talk.customer.lastCard('my-case'), verb, userId);
          assert.deepEqual(await audit(talk), before, `${verb} with the customer's card`);
        }
        if (who === 'agent of this customer') return;
        const chat = await inTenant(talk, who);
        try {
          await chat.say(reference);
          const isSeen = chat.cards.some(({ id }) => id === 'my-case' || id === 'case');
          assert.equal(isSeen, maySeeCase.includes(who));
          if (!isSeen) assert.match(lastText(chat), /can't find that case/);
        } finally {
          await chat.stop();
        }
      }));
  }

  it('gets nothing of it in another tenant, whatever the role there', () =>
    withDesk(async (talk) => {
      const reference = await openCase(talk);
      const other = await FakeTeams.start({ botUrl: talk.bot.url, userId: 'global' });
      await other.say(reference);
      assert.match(lastText(other), /can't find that case/);
      for (const verb of [...caseVerbs, ...agentVerbs]) {
        const card = talk.customer.lastCard('my-case');
        await forge(other, card, verb, 'global');
      }
      assert.equal((await audit(talk))?.length, 1);
      await other.stop();
    }));
});

describe('An agent in the tenant of a customer', () => {
  it('is refused whatever orders, moves or gives up something, with a clear sentence', () =>
    withDesk(async (talk) => {
      const agent = await inTenant(talk, 'agent of this customer');
      try {
        await agent.say('status');
        // A card of each kind need not be there: what is not on this one is refused before.
        await agent.say('upgrade');
        const { json } = agent.lastCard();
        assert.match(JSON.stringify(json), /INSUFFICIENT_ROLE/);
        for (const text of ['place order', 'withdraw', 'begin', 'start moving']) {
          await agent.say(text);
          assert.ok(!agent.cards.some(({ id }) => id === 'order' || id === 'move'), text);
        }
      } finally {
        await agent.stop();
      }
    }));

  it('presses nothing of the customer that commits: the order stays as it is', () =>
    withDesk(async (talk) => {
      const { customer } = talk;
      for (const text of ['scenario credit-check', 'upgrade', 'business premium', '120, yearly']) {
        await customer.say(text);
      }
      await customer.say('place order');
      const order = await customer.waitFor(() => customer.cards.find(({ id }) => id === 'order'));
      const offered = buttonsOf(order.json).map(({ data }) => String(data?.verb));
      assert.ok(
        offered.some((verb) => isNeverForAgents(verb as Verb)),
        offered.join(),
      );
      await forge(customer, order, 'order.withdraw', 'lynne');
      assert.match(lastText(customer), /for the customer's own admin/);
      assert.doesNotMatch(JSON.stringify(customer.messages), /taken back|withdrawn/i);
      await forge(customer, customer.lastCard('review'), 'order.place', 'lynne');
      assert.equal(customer.cards.filter(({ id }) => id === 'order').length, 1);
    }));
});
