/** Leads a chat from the first word to where it ends, whatever comes in between. */
import assert from 'node:assert/strict';
import { reasonCodes } from '../../../../commerce/diagnosis/reason.ts';
import { localiser } from '../../../../locales/localiser.ts';
import { textOf } from '../../../support/teams/cardText.ts';
import type { FakeTeams } from '../../../support/teams/fakeTeams.ts';
import type { End } from './ends.ts';

const { t } = localiser('en-US');
const messages = ['completed', 'completedWithUserErrors', 'declined'] as const;

/** What is done about a card. */
const moves: Readonly<Record<string, (teams: FakeTeams) => Promise<unknown>>> = {
  products: (teams) => teams.say('1'),
  configure: (teams) => teams.say('next'),
  forfeit: (teams) => teams.press(teams.lastCard('forfeit'), 'forfeit.accept'),
  review: (teams) => teams.say('place order'),
};

export interface World {
  /** Lets time pass, where it has to be told to. */
  pass?: () => Promise<unknown>;
  /** Which of the plans is chosen: the first, unless something is known of them. */
  plan?: () => Promise<string>;
  /** Orders in the admin center what a card says; whether it was taken there. */
  buy?: () => Promise<boolean>;
  /** Takes away what stands in the way, once. */
  mend?: () => Promise<unknown>;
}

export async function endOf(
  teams: FakeTeams,
  {
    pass = async () => undefined,
    plan = async () => '1',
    buy = async () => false,
    mend,
  }: World = {},
): Promise<End> {
  let mending = mend;
  await teams.say('upgrade');
  for (;;) {
    const card = teams.cards.at(-1) ?? assert.fail('no card');
    if (card.id === 'admin-center') {
      const isTaken = await buy();
      await teams.say(isTaken ? 'done' : 'withdraw');
      if (isTaken) return messageOf(teams, pass);
      return textOf(teams.lastCard('order')).includes(t('terms.state.letGo')) ? 'letGo' : [];
    }
    if (card.id === 'order') return messageOf(teams, pass);
    if (card.id === 'diagnosis' && mending) {
      await mending();
      mending = undefined;
      await teams.say('check again');
      continue;
    }
    if (card.id === 'diagnosis') {
      const words = textOf(card).match(/\b[A-Z]+(_[A-Z]+)*\b/g) ?? [];
      return reasonsIn(words);
    }
    if (card.id === 'plans') {
      await teams.say(await plan());
      continue;
    }
    const move = moves[card.id] ?? assert.fail(`${card.id}: ${teams.texts.at(-1)}`);
    await move(teams);
  }
}

const reasonsIn = (words: readonly string[]) =>
  words.flatMap((word) => reasonCodes.find((code) => code === word) ?? []);

/** Messages on the way, as about a credit check, are followed by another. */
async function messageOf(teams: FakeTeams, pass: () => Promise<unknown>): Promise<End> {
  for (let seen = 0; ; seen += 1) {
    await pass();
    const notices = await teams.waitFor(() => {
      const all = teams.cards.filter(({ id }) => id === 'notice');
      return all.length > seen && all;
    });
    const [title] = textOf(notices.at(-1)!).split('\n');
    const end = messages.find((name) => t(`cards.notice.${name}.title`) === title);
    if (end) return end;
  }
}
