import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { type Talk, withTalk } from '../../support/teams/transcript.ts';
import { toConfigure } from '../../support/teams/ways.ts';

const card = ({ teams }: Talk, id: string): string => textOf(teams.lastCard(id));

describe('Users whom an upgrade has left behind (R79)', () => {
  it('are moved from the checklist, by typing: refused with the reason first, then after it is mended', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario partial-failure', ''],
        ...toConfigure,
        ['next', '=configure', '[review]'],
        ['place order', '=review', '[order]'],
        ['wait [notice]', '[notice]'],
        ['manual', '[change-from]'],
        ['business standard', '=change-from', '[change-to]'],
        ['business premium', '=change-to', '[change-plan]'],
      ]);
      assert.match(card(talk, 'change-plan'), /Users on the plan today\n12/);
      await talk.play([['begin', '=change-plan', 'I keep', '[manual-change]']]);
      assert.match(card(talk, 'manual-change'), /Move the users/);
      await talk.play([
        ['move them', '[move-users]'],
        ['all', '=move-users', '[move-plan]'],
        ['move them', '=move-plan', '[move]'],
        ['wait [notice]', '[notice]'],
        ['check again', '[move]'],
      ]);
      assert.match(card(talk, 'move'), /Some are left/);
      assert.match(card(talk, 'move'), /The usage location is missing. Set it for this user/);
      await talk.play([
        ['time +3h', ''],
        ['try again', '[move]'],
        ['wait [notice]', '[notice]'],
        ['check again', '[move]'],
      ]);
      assert.match(card(talk, 'move'), /Everybody is moved/);
      await talk.play([['back', '[manual-change]']]);
      assert.match(card(talk, 'manual-change'), /This change is complete/);
    }));
});
