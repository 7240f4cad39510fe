/** A customer and agents of the support desk, each in a chat of their own with one bot. */
import assert from 'node:assert/strict';
import { caseSchema, type SupportCase } from '../../../commerce/support/case.ts';
import { type RunningBot, startBot } from '../../support/bot/bot.ts';
import { storedDocuments } from '../../support/storage/storedDocuments.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';

export interface DeskTalk {
  bot: RunningBot;
  customer: FakeTeams;
  /** Of all tenants; the first one's chat is the desk's. */
  agents: [FakeTeams, FakeTeams];
  /** Of a tenant that is not the customer's. */
  foreignAgent: FakeTeams;
  cases(): Promise<SupportCase[]>;
}

const elsewhere = '11111111-1111-4111-8111-111111111111';

export async function withDesk(
  play: (talk: DeskTalk) => Promise<void>,
  { customerLocale = 'en-US', agentLocale = 'en-US' } = {},
): Promise<void> {
  const bot = await startBot({
    agents: [
      { userId: 'lynne', tenants: 'all' },
      { userId: 'megan', tenants: 'all' },
      { userId: 'foreign', tenants: [elsewhere] },
    ],
  });
  const open = (userName: string, locale: string, userId?: string): Promise<FakeTeams> =>
    FakeTeams.start({ botUrl: bot.url, userName, locale, ...(userId ? { userId } : {}) });
  const customer = await open('Adele Vance', customerLocale);
  const lynne = await open('Lynne Robbins', agentLocale, 'lynne');
  const megan = await open('Megan Bowen', agentLocale, 'megan');
  const foreignAgent = await open('Alex Wilber', agentLocale, 'foreign');
  try {
    const cases = () => storedDocuments(bot.dataDir, 'cases', caseSchema);
    await play({ bot, customer, agents: [lynne, megan], foreignAgent, cases });
  } finally {
    for (const chat of [customer, lynne, megan, foreignAgent]) await chat.stop();
    await bot.stop();
  }
}

/** The customer has asked, and the desk's chat shows the case. @returns its reference */
export async function openCase({ customer, agents: [agent] }: DeskTalk): Promise<string> {
  await agent.say('desk here');
  await customer.say('scenario license-conflict');
  await customer.say('upgrade');
  await customer.say('open a case why does it say conflict');
  const card = await cardThat(agent, 'case', /why does it say conflict/);
  const [reference] = /CASE-\w{8}/.exec(textOf(card)) ?? [];
  assert.ok(reference);
  return reference;
}

/** The newest card of that id that says so, as soon as it does. */
export function cardThat(chat: FakeTeams, id: string, says: RegExp) {
  return chat.waitFor(() =>
    chat.cards.findLast((card) => card.id === id && says.test(textOf(card))),
  );
}

export const lastText = ({ texts }: FakeTeams): string => texts.at(-1) ?? '';
