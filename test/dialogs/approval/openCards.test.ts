import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import type { Talk } from '../../support/teams/transcript.ts';
import { approvals, orders, type People, referenceIn, withPeople } from './people.ts';

/** All who may decide have the message that asks, and have opened the order. */
async function opened(people: People): Promise<string> {
  const { approver, second, asker } = people;
  const { teams } = asker;
  await teams.say('upgrade');
  await teams.press(teams.lastCard('diagnosis'), { verb: 'approval.prepare' });
  for (const text of ['business premium', 'next']) await teams.say(text);
  await teams.press(teams.lastCard('review'), { verb: 'approval.send' });
  const reference = referenceIn(asker);
  for (const talk of [approver, second]) {
    await talk.teams.waitFor(() => talk.teams.cards.find(({ id }) => id === 'notice'));
    await talk.teams.say(reference);
  }
  return reference;
}

/** Each card of a chat that once asked. */
const asking = ({ teams }: Talk): string[] =>
  teams.cards
    .filter(({ id, json }) => id === 'approval' || /APR-/.test(JSON.stringify(json)))
    .map((card) => textOf(card));

const become = (talk: Talk, text: RegExp, count: number) =>
  talk.teams.waitFor(() =>
    asking(talk).filter((card) => text.test(card)).length >= count ? true : undefined,
  );

/** The time-out of the test ends the wait. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const said = {
  'en-US': {
    returned: /Robin has returned this order to Adele\. Nothing was ordered/,
    withdrawn: /Adele has taken this back\. Nothing was ordered/,
    approved: /Robin has approved this order, and it is placed/,
    expired: /Nobody has approved this in time/,
  },
  'sv-SE': {
    returned: /Robin har skickat tillbaka ordern till Adele\. Inget beställdes/,
    withdrawn: /Adele har tagit tillbaka den här\. Inget beställdes/,
    approved: /Robin har godkänt ordern, och den är lagd/,
    expired: /Ingen har godkänt det här i tid/,
  },
} as const;

describe('The open cards of an order to approve', () => {
  for (const [locale, says] of Object.entries(said)) {
    it(`tell who has returned it, in their place and without prices, in ${locale}`, () =>
      withPeople({ locale }, async (people) => {
        const { approver, second, asker } = people;
        const reference = await opened(people);
        const before = second.teams.messages.length;
        await approver.teams.press(
          approver.teams.lastCard('approval'),
          { verb: 'approval.return' },
          { note: 'too many' },
        );
        await become(second, says.returned, 2);
        await become(approver, says.returned, 2);
        assert.equal(second.teams.messages.length, before, 'nothing new is said for it');
        assert.doesNotMatch(asking(second).join('\n'), /SEK|\d kr/);
        assert.match(textOf(approver.teams.lastCard('approval')), /too many/);
        await second.teams.press(second.teams.lastCard('approval'), { verb: 'approval.show' });
        assert.match(textOf(second.teams.lastCard('approval')), /too many[\s\S]*(SEK|kr)/);
        await asker.teams.say(reference);
        assert.equal((await orders(people)).length, 0);
      }));

    it(`tell that it is taken back, in ${locale}`, () =>
      withPeople({ locale }, async (people) => {
        const { approver, second, asker } = people;
        const reference = await opened(people);
        await asker.teams.say(reference);
        await asker.teams.press(asker.teams.lastCard('approval'), { verb: 'approval.withdraw' });
        await become(approver, says.withdrawn, 2);
        await become(second, says.withdrawn, 2);
      }));

    it(`tell that it is ordered, in ${locale}`, () =>
      withPeople({ locale }, async (people) => {
        const { approver, second } = people;
        await opened(people);
        await approver.teams.press(approver.teams.lastCard('approval'), {
          verb: 'approval.approve',
        });
        await become(second, says.approved, 2);
        const [approval] = await approvals(people);
        assert.equal(approval?.state, 'approved');
        assert.doesNotMatch(textOf(approver.teams.lastCard('order')), says.approved);
      }));

    it(`tell that it has run out, in ${locale}`, () =>
      withPeople({ locale }, async (people) => {
        const { approver, second } = people;
        await opened(people);
        await second.teams.say('time +8d');
        await become(approver, says.expired, 2);
        await become(second, says.expired, 2);
      }));
  }

  it('tell it after a restart, once for each card', () =>
    withPeople({}, async (people) => {
      const { approver, second, bot } = people;
      await opened(people);
      const url = await bot.restart();
      for (const { teams } of [approver, second]) teams.botUrl = url;
      await approver.teams.press(
        approver.teams.lastCard('approval'),
        { verb: 'approval.return' },
        { note: 'no' },
      );
      await become(second, said['en-US'].returned, 2);
      await until(async () => {
        const [approval] = await approvals(people);
        return approval?.cards.every(({ revision }) => revision === approval.revision) === true;
      });
    }));
});
