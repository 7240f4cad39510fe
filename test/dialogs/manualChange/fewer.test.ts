import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { type Exchange, type Talk, withTalk } from '../../support/teams/transcript.ts';

const checklist = ({ teams }: Talk): string => textOf(teams.lastCard('manual-change'));

/** Until 46 of 58 users have moved, since the others can't be. */
const toLeft: readonly Exchange[] = [
  ['scenario partial-failure', ''],
  ['manual', 'one subscription', '[change-to]'],
  ['business premium', '=change-to', '[change-plan]'],
  ['50 users', '=change-plan', '[change-plan]'],
  ['begin', '=change-plan', 'I keep the checklist', '[manual-change]'],
  ['simulate buy 58 business premium', ''],
  ['I have bought it', '[manual-change]'],
];
const moving: readonly Exchange[] = [
  ['move them', '[move-users]'],
  ['all', '=move-users', '[move-plan]'],
  ['move them', '=move-plan', '[move]'],
  ['wait [notice]', '[notice]'],
  ['back', '[manual-change]'],
];

describe('A change by hand of which fewer users have moved than were meant to', () => {
  it('goes on with those by a press, says who stays, and has the old licenses lowered', () =>
    withTalk(async (talk) => {
      await talk.play([...toLeft, ...moving]);
      assert.match(checklist(talk), /46 of 50 users/);
      assert.match(checklist(talk), /the 46 who have moved are enough.* 12 users keep/);
      await talk.play([
        ['press manual.fewer', '=manual-change', 'all who do: 46'],
        // The card of before, once more.
        ['press first manual.fewer'],
      ]);
      assert.match(checklist(talk), /Step 5 of 5: Lower the old licenses/);
      await talk.play([
        ['simulate keep 12 business standard', ''],
        ['done', '[manual-change]'],
      ]);
      assert.match(checklist(talk), /This change is complete/);
    }));

  it('does so by words, also where all were to move', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toLeft.filter(([does]) => does !== '50 users'),
        ...moving,
        ['go on with fewer', 'all who do: 46', '[manual-change]'],
      ]);
      assert.match(checklist(talk), /Step 5 of 5: Lower the old licenses/);
    }));

  it('is not offered before anybody has moved', () =>
    withTalk(async (talk) => {
      await talk.play([...toLeft, ['go on with fewer', 'nobody has moved yet', '[manual-change]']]);
      assert.doesNotMatch(JSON.stringify(talk.teams.lastCard('manual-change')), /manual\.fewer/);
    }));
});
