/** Every card before everybody, in chats with one bot: each of them can then be pressed in somebody's name. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Environment } from '../../../../bot/environment.ts';
import { type CardId, type Verb, verbsOfCard } from '../../../../cards/cards.ts';
import type { RunningBot } from '../../../support/bot/bot.ts';
import { startBot } from '../../../support/bot/bot.ts';
import { storedDocuments } from '../../../support/storage/storedDocuments.ts';
import { buttonsOf, inputsOf } from '../../../support/teams/cardButtons.ts';
import { FakeTeams, type ShownCard } from '../../../support/teams/fakeTeams.ts';
import { askedCards, deskCards, waysToCards } from './waysToCards.ts';

/** Who presses, and which role they have in the tenant by then. */
export const people = {
  global: 'global-admin',
  billing: 'billing-admin',
  licence: 'license-admin',
  reader: 'reader',
  /** Serves this tenant, in which they are a global administrator as well. */
  agent: 'global-admin',
  /** Serves another one; here they are a global administrator like others. */
  foreign: 'global-admin',
} as const;
export type Who = keyof typeof people;

export interface Seat {
  kind: CardId;
  who: Who;
  chat: FakeTeams;
  card: ShownCard;
}

export interface World {
  bot: RunningBot;
  seats: readonly Seat[];
  stop(): Promise<void>;
}

const userOf = (kind: CardId, who: Who): string => `${who}-${kind}`;

export async function openWorld(): Promise<World> {
  const given: Pick<Environment, 'agents'> = {
    agents: [{ userId: 'somebody', tenants: 'all' }],
  };
  const bot = await startBot({
    get agents() {
      return given.agents;
    },
  });
  const seats: Seat[] = [];
  for (const [kind, way] of Object.entries(waysToCards) as [CardId, readonly string[]][]) {
    for (const who of Object.keys(people) as Who[]) seats.push(await seated(bot, kind, who, way));
  }
  const helper = await FakeTeams.start({ botUrl: bot.url, userId: 'somebody' });
  for (const kind of askedCards) {
    for (const who of Object.keys(people) as Who[]) {
      seats.push(await asked(bot, kind, who, helper));
    }
  }
  await helper.stop();
  const desk: [CardId, Who, string][] = deskCards.flatMap((kind) =>
    (Object.keys(people) as Who[]).map((who): [CardId, Who, string] => [kind, who, randomUUID()]),
  );
  given.agents = desk.map(([kind, who, tenantId]) => ({
    userId: userOf(kind, who),
    tenants: [tenantId],
  }));
  await restart(bot, seats);
  for (const [kind, who, tenantId] of desk) seats.push(await atDesk(bot, kind, who, tenantId));
  given.agents = seats.flatMap(({ kind, who, chat }) => {
    const { tenantId = '' } = chat;
    const userId = userOf(kind, who);
    if (who === 'agent') return [{ userId, tenants: [tenantId] }];
    return who === 'foreign' ? [{ userId, tenants: [randomUUID()] }] : [];
  });
  await restart(bot, seats);
  return {
    bot,
    seats,
    stop: async () => {
      for (const { chat } of seats) await chat.stop();
      await bot.stop();
    },
  };
}

async function restart(bot: RunningBot, seats: readonly Seat[]): Promise<void> {
  const url = await bot.restart();
  for (const { chat } of seats) chat.botUrl = url;
}

async function seated(
  bot: RunningBot,
  kind: CardId,
  who: Who,
  way: readonly string[],
): Promise<Seat> {
  const chat = await FakeTeams.start({ botUrl: bot.url, userId: userOf(kind, who) });
  for (const text of way) await chat.say(text);
  const card = await shown(chat, kind);
  await chat.say(`role ${people[who]}`);
  return { kind, who, chat, card };
}

/** The agent who asks serves all tenants; nobody else does yet. */
async function asked(bot: RunningBot, kind: CardId, who: Who, helper: FakeTeams): Promise<Seat> {
  const chat = await FakeTeams.start({ botUrl: bot.url, userId: userOf(kind, who) });
  await chat.say('open a case what now');
  const reference = /CASE-\w{8}/.exec(chat.texts.join())?.[0] ?? '';
  await helper.say(`take ${reference}`);
  await helper.say(`show order ${reference}`);
  const card = await shown(chat, kind);
  await chat.say(`role ${people[who]}`);
  return { kind, who, chat, card };
}

async function atDesk(bot: RunningBot, kind: CardId, who: Who, tenantId: string): Promise<Seat> {
  const customer = await FakeTeams.start({ botUrl: bot.url, tenantId });
  await customer.say('open a case what now');
  const reference = /CASE-\w{8}/.exec(customer.texts.join())?.[0] ?? '';
  await customer.stop();
  const chat = await FakeTeams.start({ botUrl: bot.url, tenantId, userId: userOf(kind, who) });
  await chat.say(kind === 'desk' ? 'desk' : reference);
  if (kind === 'guide') {
    await chat.say(`take ${reference}`);
    await chat.press(chat.lastCard('case'), { verb: 'case.guide' });
  }
  const card = await shown(chat, kind);
  await chat.say(`role ${people[who]}`);
  return { kind, who, chat, card };
}

async function shown(chat: FakeTeams, kind: CardId): Promise<ShownCard> {
  return structuredClone(await chat.waitFor(() => chat.cards.findLast(({ id }) => id === kind)));
}

/** What is pressed on a card: its own button, or one that is forged where it has none of that verb. */
function dataFor(card: ShownCard, verb: Verb): object {
  const buttons = buttonsOf(card.json);
  const own = buttons.find(({ data }) => data?.verb === verb)?.data;
  const token = buttons.find(({ data }) => data?.token)?.data?.token;
  return { ...(own ?? { v: 1, verb, token }), ...inputsOf(card.json), note: 'forged' };
}

/** @returns what the bot says to it */
export async function press(
  chat: FakeTeams,
  card: ShownCard,
  verb: Verb,
  inTheNameOf = chat.user.aadObjectId,
): Promise<string> {
  const before = new Map(
    chat.messages.map(({ id: message, activity }) => [message, JSON.stringify(activity)]),
  );
  const { id, name } = chat.user;
  const { status, body } = await chat.send({
    type: 'invoke',
    name: 'adaptiveCard/action',
    from: { id, name, aadObjectId: inTheNameOf } as never,
    value: {
      action: { type: 'Action.Execute', verb, data: dataFor(card, verb) },
      trigger: 'manual',
    },
    replyToId: card.messageId,
  });
  assert.equal(status, 200);
  const said = chat.messages
    .filter(({ id: message, activity }) => before.get(message) !== JSON.stringify(activity))
    .map(({ activity }) => {
      const card = activity.attachments?.[0];
      const shown = card ? `[${card.name}] ${JSON.stringify(card.content)}` : '';
      return `${activity.text ?? ''}${shown}`;
    });
  return [...said, JSON.stringify(body ?? '')].join('\n');
}

export const verbsOf = (kind: CardId): readonly Verb[] => verbsOfCard[kind];

const collections = ['orders', 'quotes', 'watches', 'moves', 'manualChanges', 'cases'];
const anySchema = z.looseObject({
  tenantId: z.string(),
  id: z.string(),
  audit: z.array(z.looseObject({ by: z.unknown() })).default([]),
});

/** What people have done in the tenant so far, as it is stored. */
export async function doneIn(bot: RunningBot, tenantId: string | undefined): Promise<string[]> {
  const all = await Promise.all(
    collections.map((collection) => storedDocuments(bot.dataDir, collection, anySchema)),
  );
  return all
    .flat()
    .filter((one) => one.tenantId === tenantId)
    .map(({ id, audit }) => `${id} ${JSON.stringify(audit.filter(({ by }) => by !== 'system'))}`)
    .toSorted();
}
