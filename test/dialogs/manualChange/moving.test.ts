import assert from 'node:assert/strict';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { type Exchange, type Talk, withTalk } from '../../support/teams/transcript.ts';
import { bought, elsewhere } from '../../support/tenant/elsewhere.ts';

const card = ({ teams }: Talk, id: string): string => textOf(teams.lastCard(id));

/** From the beginning to the step where users are moved, with so many licences bought. */
async function toMoving(
  talk: Talk,
  { scenario = 'customised-services', licences = 100, said = english },
): Promise<void> {
  await talk.play([[`scenario ${scenario}`, ''], ...said.toBegun]);
  await elsewhere(talk, bought(skus.businessPremium, licences));
  await talk.play([[said.look, '[manual-change]']]);
}

const english = {
  toBegun: [
    ['manual', '', '[change-to]'],
    ['business premium', '=change-to', '[change-plan]'],
    ['begin', '=change-plan', 'I keep', '[manual-change]'],
  ] as Exchange[],
  look: 'check again',
};
const swedish = {
  toBegun: [
    ['manuellt', '', '[change-to]'],
    ['business premium', '=change-to', '[change-plan]'],
    ['börja', '=change-plan', 'Jag sparar', '[manual-change]'],
  ] as Exchange[],
  look: 'kontrollera igen',
};

describe('Moving users from the checklist', () => {
  it('is done for all by typing only: services stay off, and the checklist knows it', () =>
    withTalk(async (talk) => {
      await toMoving(talk, {});
      await talk.play([
        ['move them', '[move-users]'],
        ['all', '=move-users', '[move-plan]'],
      ]);
      assert.match(card(talk, 'move-plan'), /100 users would move .* Nothing is changed yet/);
      assert.match(card(talk, 'move-plan'), /stays off: SharePoint/);
      await talk.play([
        ['move them', '=move-plan', '[move]'],
        ['wait [notice]', '[notice]'],
        ['check again', '[move]'],
      ]);
      assert.match(card(talk, 'move'), /100 of 100 users have moved/);
      await talk.play([
        ['report', 'as CSV', 'User name,Name'],
        ['back', '[manual-change]'],
      ]);
      assert.match(card(talk, 'manual-change'), /Step 5 of 5: End the old plan/);
    }));

  it('is done for the members of a group, and asks again for one that is not there', () =>
    withTalk(async (talk) => {
      await toMoving(talk, {});
      await talk.play([
        ['move them', '[move-users]'],
        ['group Nobody', 'no group that is called “nobody”'],
        ['everyone in the group Försäljning', '=move-users', '[move-plan]'],
      ]);
      assert.match(card(talk, 'move-plan'), /\d+ users would move/);
    }));

  it('shows on its card by itself how far it has come', () =>
    withTalk(async (talk) => {
      await toMoving(talk, {});
      await talk.play([
        ['move them', '[move-users]'],
        ['all', '=move-users', '[move-plan]'],
        ['move them', '=move-plan', '[move]'],
      ]);
      const shown = talk.teams.lastCard('move').messageId;
      const says = (what: RegExp) => () => what.test(textOf(talk.teams.card(shown)));
      await talk.teams.waitFor(says(/100 of 100 users have moved/), 20_000);
      await talk.teams.waitFor(says(/Everybody is moved/), 20_000);
    }));

  it('is done for some by typing only, in Swedish, and taken back', () =>
    withTalk(
      async (talk) => {
        await toMoving(talk, { said: swedish, licences: 100 });
        await talk.play([
          ['flytta dem', '[move-users]'],
          ['1', '=move-users', '[move-users]'],
          ['nästa sida', '=move-users', '[move-users]'],
          ['2', '=move-users', '[move-users]'],
          ['sök alva', '=move-users', '[move-users]'],
        ]);
        assert.match(card(talk, 'move-users'), /Hittade under ”alva”/);
        assert.match(card(talk, 'move-users'), /Valda\n2/);
        await talk.play([['nästa', '=move-users', '[move-plan]']]);
        assert.match(card(talk, 'move-plan'), /2 användare skulle flyttas/);
        await talk.play([
          ['flytta dem', '=move-plan', '[move]'],
          ['wait [notice]', '[notice]'],
          ['ta tillbaka flytten', '[move-plan]'],
          ['flytta dem', '=move-plan', '[move]'],
          ['wait [notice]', '[notice]'],
          ['tillbaka', '[manual-change]'],
        ]);
        assert.match(card(talk, 'manual-change'), /100 användare är kvar på den gamla planen/);
      },
      { locale: 'sv-SE' },
    ));

  it('takes a pasted list, a table as CSV, and a department', () =>
    withTalk(async (talk) => {
      await toMoving(talk, {});
      await talk.play([['move them', '[move-users]']]);
      const shown = JSON.stringify(talk.teams.lastCard('move-users').json);
      const [one = '', two = ''] = new Set(shown.match(/[\w.]+@[\w.]+/g));
      const [, department = ''] = /@[\w.]+ · ([^ ]+) ·/.exec(card(talk, 'move-users')) ?? [];
      await talk.play([
        [`${one}, ${two}`, '=move-users', 'I have read 2 names', '[move-plan]'],
        ['back', '=move-plan', '[move-users]'],
        [
          `send ${JSON.stringify({ text: `Name;UPN\nX;${one}\nY;nobody@contoso.example` })}`,
          '=move-users',
          'I have read 2 names',
          '[move-plan]',
        ],
      ]);
      assert.match(card(talk, 'move-plan'), /1 user would move/);
      assert.match(card(talk, 'move-plan'), /is not found/);
      await talk.play([
        ['back', '=move-plan', '[move-users]'],
        [`department ${department}`, '=move-users', '[move-plan]'],
      ]);
      assert.match(card(talk, 'move-plan'), /\d+ users? would move/);
    }));

  it('is done by pressing only, over a restart, on one card', () =>
    withTalk(async (talk) => {
      await toMoving(talk, {});
      await talk.play([
        ['press manual.move', '[move-users]'],
        ['press move.page {"choice":"2"}', '=move-users'],
        ['press move.pick', '=move-users'],
        ['press move.choose {"choice":"picked"}', '=move-users', '[move-plan]'],
        ['press move.back', '=move-plan', '[move-users]'],
        ['press move.choose {"choice":"all"}', '=move-users', '[move-plan]'],
        ['press move.page', '=move-plan'],
      ]);
      talk.teams.botUrl = await talk.bot.restart();
      await talk.play([
        ['press move.start', '=move-plan', '[move]'],
        ['wait [notice]', '[notice]'],
        ['press first move.start', ''],
        ['press manual.start', '[move]'],
        ['press manual.next', '[manual-change]'],
      ]);
      assert.match(card(talk, 'manual-change'), /Step 5 of 5/);
    }));

  it('says whose group has to be changed, and moves nobody of it', () =>
    withTalk(async (talk) => {
      await toMoving(talk, { scenario: 'group-licensing' });
      await talk.play([
        ['move them', '[move-users]'],
        ['all', '=move-users', '[move-plan]'],
      ]);
      assert.match(card(talk, 'move-plan'), /Have it from a group: change the group\n\d+/);
    }));

  it('is refused to who may not give licences, and to who has too few of them', () =>
    withTalk(async (talk) => {
      await toMoving(talk, {});
      await talk.play([
        ['move them', '[move-users]'],
        ['all', '=move-users', '[move-plan]'],
        ['role billing-admin', ''],
        ['move them', 'Your role may not give or take licenses'],
        ['role license-admin', ''],
      ]);
      await elsewhere(talk, (owned) =>
        owned.map((one) => (one.skuId === skus.businessPremium ? { ...one, quantity: 99 } : one)),
      );
      await talk.play([['move them', '1 licenses are missing, 99 free. Nobody was moved']]);
    }));
});
