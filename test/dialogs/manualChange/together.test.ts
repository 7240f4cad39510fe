import assert from 'node:assert/strict';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { type Exchange, type Talk, withTalk } from '../../support/teams/transcript.ts';
import { bought, elsewhere } from '../../support/tenant/elsewhere.ts';

const toBegun: readonly Exchange[] = [
  ['manual', 'one subscription', '[change-to]'],
  ['business premium', '=change-to', '[change-plan]'],
  ['begin', '=change-plan', 'I keep the checklist', '[manual-change]'],
];

const checklist = (teams: FakeTeams): string => textOf(teams.lastCard('manual-change'));

const referenceOf = ({ teams }: Talk): string =>
  /CHG-[0-9A-Z]{8}/.exec(textOf(teams.lastCard('manual-change')))?.[0] ?? '';

/** Somebody else, in a chat of their own, in the same organization unless another one is named. */
async function withOther(
  { bot, teams }: Talk,
  role: string,
  task: (other: FakeTeams) => Promise<void>,
  tenantId = teams.tenantId ?? '',
): Promise<void> {
  const other = await FakeTeams.start({ botUrl: bot.url, userName: 'Robin', tenantId });
  try {
    await other.say(`role ${role}`);
    await task(other);
  } finally {
    await other.stop();
  }
}

const seenBy = ({ messages }: FakeTeams): string =>
  messages.map(({ activity }) => JSON.stringify(activity)).join('\n');

describe('A change by hand that several work on', () => {
  it('is gone on with by another admin in their own chat, on the same checklist', () =>
    withTalk(async (talk) => {
      await talk.play([...toBegun, ['press manual.done', '=manual-change', 'Noted']]);
      await elsewhere(talk, bought(skus.businessPremium, 25));
      await withOther(talk, 'license-admin', async (other) => {
        await other.say(`manual ${referenceOf(talk)}`);
        const seen = textOf(other.lastCard('manual-change'));
        assert.match(seen, /Move the users/);
        assert.match(seen, /ticked off by Adele Vance/);
        assert.match(seen, /Begun by Adele Vance/);
        await other.say('moved');
        assert.match(textOf(other.lastCard('manual-change')), /ticked off by Robin/);
      });
      await talk.play([['press manual.next', '=manual-change']]);
      assert.match(textOf(talk.teams.lastCard('manual-change')), /ticked off by Robin/);
    }));

  it('says who may do a step that this person may not', () =>
    withTalk(async (talk) => {
      await talk.play(toBegun);
      await withOther(talk, 'license-admin', async (other) => {
        await other.say('manual');
        const seen = textOf(other.lastCard('manual-change'));
        assert.match(seen, /Your role does not allow this step. A Billing or Global Administrator/);
      });
    }));

  it('is one change, also when a second admin begins it anew', () =>
    withTalk(async (talk) => {
      await talk.play(toBegun);
      await withOther(talk, 'global-admin', async (other) => {
        await other.say('manual');
        assert.match(textOf(other.lastCard('manual-change')), new RegExp(referenceOf(talk)));
      });
    }));

  it('is not shown to colleagues who may not see users', () =>
    withTalk(async (talk) => {
      await talk.play(toBegun);
      await withOther(talk, 'reader', async (other) => {
        for (const text of ['manual', `manual ${referenceOf(talk)}`, 'status']) {
          await other.say(text);
        }
        assert.ok(!other.cards.some(({ id }) => id === 'manual-change'));
        assert.doesNotMatch(seenBy(other), /Adele|under way, as|by hand/);
      });
    }));

  it('can not be begun by who may neither buy nor manage users', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['role reader', ''],
        ...toBegun.slice(0, 2),
        ['begin', "can't begin a change"],
      ]);
    }));

  it('is never seen by another organization, whatever it types', () =>
    withTalk(async (talk) => {
      await talk.play(toBegun);
      const stranger = async (other: FakeTeams) => {
        for (const text of [`manual ${referenceOf(talk)}`, referenceOf(talk), 'manual']) {
          await other.say(text);
        }
        assert.ok(!other.cards.some(({ id }) => id === 'manual-change'));
        assert.doesNotMatch(seenBy(other), /Adele/);
      };
      await withOther(talk, 'global-admin', stranger, 'another-tenant');
    }));
});

describe('Buttons of a change by hand', () => {
  it('tick off their own step only, however often and late they are pressed', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toBegun,
        ['press manual.done', '=manual-change', 'Noted'],
        ['press first manual.done'],
      ]);
      await elsewhere(talk, bought(skus.businessPremium, 25));
      // The card of the first step, as it was then: by now the users are to be moved.
      await talk.play([['press first manual.done', '=manual-change']]);
      assert.match(checklist(talk.teams), /Step 3 of 5: Move the users/);
    }));

  it('nor does a text tick off another step than the one that it tells of', () =>
    withTalk(async (talk) => {
      await talk.play(toBegun);
      await elsewhere(talk, bought(skus.businessPremium, 25));
      await talk.play([
        ['check again', '[manual-change]'],
        ['I have bought it', '[manual-change]'],
      ]);
      assert.match(checklist(talk.teams), /Step 3 of 5: Move the users/);
    }));

  it('begin one change however often Begin is pressed', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toBegun,
        ['press first manual.begin {"inputs":{"users":22}}', 'under way', '[manual-change]'],
      ]);
      const cards = talk.teams.cards.filter(({ id }) => id === 'manual-change');
      assert.equal(new Set(cards.map((card) => /CHG-\w+/.exec(textOf(card))?.[0])).size, 1);
    }));

  it('work after everything else was stopped, and after a restart', () =>
    withTalk(async (talk) => {
      await talk.play([...toBegun, ['cancel', 'Stopped'], ['upgrade', '', '', '[plans]']]);
      talk.teams.botUrl = await talk.bot.restart();
      await talk.play([['press manual.done', '=manual-change', '=plans', 'Noted']]);
      assert.match(checklist(talk.teams), /Step 2 of 5/);
    }));

  it('refuse a number that is none, or is larger than there are users', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toBegun.slice(0, 2),
        ['press manual.begin {"inputs":{"users":"many"}}', '=change-plan'],
        ['press manual.begin {"inputs":{"users":23}}', '=change-plan'],
      ]);
      assert.match(textOf(talk.teams.lastCard('change-plan')), /Only 22 users have the old plan/);
      await talk.play([['23', 'Only 22 users']]);
    }));
});
