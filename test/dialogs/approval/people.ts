/** Who asks for approval and who may approve, each in a chat of their own with one bot. */
import { approvalSchema } from '../../../commerce/approval/approval.ts';
import { money } from '../../../commerce/model/money.ts';
import { type RunningBot, startBot } from '../../support/bot/bot.ts';
import { storedDocuments, storedOrders } from '../../support/storage/storedDocuments.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { type Exchange, startTalk, type Talk } from '../../support/teams/transcript.ts';

export interface People {
  bot: RunningBot;
  asker: Talk;
  approver: Talk;
  second: Talk;
}

interface Options {
  /** Minor units of the currency in which all is quoted. */
  limit?: number;
  approverRole?: string;
  askerRole?: string;
  locale?: string;
}

export async function withPeople(
  { limit, approverRole = 'billing-admin', askerRole = 'billing-account-owner', locale }: Options,
  play: (people: People) => Promise<void>,
): Promise<void> {
  const bot = await startBot(limit === undefined ? {} : { limits: [money(limit, 'SEK')] });
  const tenantId = '5b1f8f0e-3c2a-4f0f-9d54-2b8a3f1c7e10';
  const talks: Talk[] = [];
  const open = async (userName: string, role: string): Promise<Talk> => {
    const teams = await FakeTeams.start({
      botUrl: bot.url,
      tenantId,
      userName,
      userId: userName,
      locale: locale ?? 'en-US',
    });
    await teams.say(`role ${role}`);
    const talk = await startTalk({ bot, teams });
    talks.push(talk);
    return talk;
  };
  const approver = await open('Robin', approverRole);
  const second = await open('Sam', 'global-admin');
  const asker = await open('Adele', askerRole);
  try {
    await play({ bot, asker, approver, second });
  } finally {
    for (const talk of talks) await talk.end();
    await bot.stop();
  }
}

/** Under the older agreement a role on the billing account sees prices and buys nothing. */
export const toPrepared: readonly Exchange[] = [
  ['upgrade', '', '[diagnosis]'],
  ['press approval.prepare', '=diagnosis', 'your role may not order', '[plans]'],
  ['business premium', '=plans', '[configure]'],
  ['next', '=configure', '[review]'],
];

export const orders = ({ bot }: People) => storedOrders(bot.dataDir);
export const approvals = ({ bot }: People) =>
  storedDocuments(bot.dataDir, 'approvals', approvalSchema);
export const referenceIn = ({ teams }: Talk): string =>
  /APR-\w{8}/.exec(teams.texts.findLast((text) => text.includes('APR-')) ?? '')?.[0] ?? '';

export async function sent(people: People): Promise<string> {
  const { asker } = people;
  await asker.play([
    ...toPrepared,
    ['press approval.send', '=review', 'Sent for approval as APR-'],
  ]);
  return referenceIn(asker);
}

/** The same, and the approver has looked at it. */
export async function seen(people: People): Promise<string> {
  const reference = await sent(people);
  await people.approver.play([
    ['wait [notice]', '…'],
    [reference, '[approval]'],
  ]);
  return reference;
}

export const card = ({ teams }: Talk, id = 'approval'): string => textOf(teams.lastCard(id));
