import assert from 'node:assert/strict';
import { privateCards } from '../../../cards/cards.ts';
import { startBot } from '../../support/bot/bot.ts';
import { storedOrders } from '../../support/storage/storedDocuments.ts';
import { buttonsOf } from '../../support/teams/cardButtons.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';

const people = {
  admin: { id: '29:adele', name: 'Adele Vance', aadObjectId: 'adele' },
  colleague: { id: '29:robin', name: 'Robin Doe', aadObjectId: 'robin' },
  agent: { id: '29:lynne', name: 'Lynne Robbins', aadObjectId: 'lynne' },
} as const;
type Who = keyof typeof people;

/** Who does what, a text or a press on the newest card with that button, and what comes of it. */
type Line = readonly [who: Who, does: string, comes: RegExp];

class Group {
  readonly chat: FakeTeams;

  constructor(chat: FakeTeams) {
    this.chat = chat;
  }

  async play(lines: readonly Line[]): Promise<void> {
    for (const [who, does, comes] of lines) {
      const came = await this.#do(who, does.replace('CASE', this.#reference()));
      assert.match(came, comes, `${who}: ${does}`);
    }
  }

  #reference(): string {
    return /CASE-\w{8}/.exec(this.chat.texts.join())?.[0] ?? 'CASE';
  }

  async #do(who: Who, does: string): Promise<string> {
    const { tenantId, conversationId, messages } = this.chat;
    const before = new Map(messages.map(({ id, activity }) => [id, JSON.stringify(activity)]));
    const common = {
      from: people[who] as never,
      conversation: { conversationType: 'groupChat', tenantId, id: conversationId } as never,
    };
    const verb = /^press (\S+)$/.exec(does)?.[1];
    const { body } = await this.chat.send(
      verb ? { ...common, ...this.#press(verb) } : { ...common, type: 'message', text: does },
    );
    const fresh = this.chat.messages.filter(
      ({ id, activity }) => before.get(id) !== JSON.stringify(activity),
    );
    const said = fresh.map(({ activity: { text = '', attachments: [card] = [] } }) =>
      card ? `[${card.name}] ${JSON.stringify(card.content)}` : text,
    );
    return [...said, JSON.stringify(body ?? '')].join('\n');
  }

  #press(verb: string) {
    const card = this.chat.cards.findLast(({ json }) =>
      buttonsOf(json).some(({ data }) => data?.verb === verb),
    );
    const data = buttonsOf(card?.json ?? {}).find((button) => button.data?.verb === verb)?.data;
    assert.ok(card && data, `no button ${verb}`);
    return {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
      replyToId: card.messageId,
    };
  }
}

async function withGroup(locale: string, play: (group: Group) => Promise<void>): Promise<void> {
  const bot = await startBot({ agents: [{ userId: 'lynne', tenants: 'all' }] });
  const chat = await FakeTeams.start({ botUrl: bot.url, locale, userId: 'adele' });
  try {
    await play(new Group(chat));
    assert.deepEqual(await storedOrders(bot.dataDir), []);
  } finally {
    await chat.stop();
    await bot.stop();
  }
}

const said = {
  'en-US': {
    notYours: /somebody else in the conversation/,
    noList: /Lists of users are for your own chat/,
    noPrice: /What your organization pays is for your own chat/,
    has: /You have case CASE-/,
    nothing: /No offer is waiting for your yes/,
  },
  'sv-SE': {
    notYours: /till någon annan i samtalet/,
    noList: /Listor med användare hör hemma i din egen chatt/,
    noPrice: /Det er organisation betalar visar jag i din egen chatt/,
    has: /Du har ärende CASE-/,
    nothing: /Inget erbjudande väntar på ditt ja/,
  },
} as const;

describe('In a chat of an admin, a colleague and an agent', () => {
  for (const [locale, says] of Object.entries(said)) {
    it(`each presses what is theirs, and no list of users is said, in ${locale}`, () =>
      withGroup(locale, async (group) => {
        await group.play([
          ['admin', 'scenario license-conflict', /license-conflict/],
          ['admin', 'upgrade', /\[diagnosis\]/],
          ['colleague', 'press diagnosis.recheck', says.notYours],
          ['agent', 'press diagnosis.recheck', says.notYours],
          ['admin', 'list users', says.noList],
          ['admin', 'free up licenses', says.noList],
          ['admin', 'upgrade', /\[diagnosis\]/],
          ['admin', 'open a case why', /\[my-case\]/],
          ['colleague', 'press case.withdraw', says.notYours],
          ['agent', 'take CASE', says.has],
          ['colleague', 'press case.close', says.notYours],
          ['admin', 'press case.close', says.notYours],
          ['agent', 'place order', says.nothing],
          ['admin', 'press diagnosis.recheck', /\[diagnosis\]|LICENSE_CONFLICT/],
        ]);
        const { cards, texts } = group.chat;
        assert.ok(!cards.some(({ id }) => id === 'free-users'));
        assert.doesNotMatch(texts.join('\n'), /,.*@/, 'no line of a list');
      }));
    it(`nothing is shown of what the organization pays, whatever is asked, in ${locale}`, () =>
      withGroup(locale, async (group) => {
        await group.play([
          ['admin', 'scenario slow-upgrade', /slow-upgrade/],
          ['admin', 'upgrade', says.noPrice],
          ['admin', 'upgrade 30 business premium yearly', says.noPrice],
          ['admin', '30', /./],
          ['admin', 'compare business premium and office 365 e3', says.noPrice],
          ['admin', 'place order', says.nothing],
        ]);
        const { cards } = group.chat;
        const shown = cards.filter(({ id }) => privateCards.has(id));
        assert.deepEqual(shown, []);
        assert.doesNotMatch(JSON.stringify(cards), /SEK|\d kr\b/);
      }));
  }
});
