import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { textOf } from '../../support/teams/cardText.ts';
import { withTalk } from '../../support/teams/transcript.ts';
import { toCreditCheck } from '../../support/teams/ways.ts';

describe('A muted order', () => {
  for (const press of ['press notice.mute', 'mute']) {
    it(`tells nothing more but how it ended, once, while its card goes on moving: ${press}`, () =>
      withTalk(async (talk) => {
        await talk.play([...toCreditCheck, [press, 'only once more here']]);
        await talk.play([
          ['time +2d', ''],
          ['wait [notice]', '[notice]'],
        ]);
        await delay(300);
        const told = talk.teams.cards.filter(({ id }) => id === 'notice');
        assert.equal(told.length, 2);
        assert.match(textOf(told[1]!), /upgrade is complete/);
        assert.match(textOf(talk.teams.lastCard('order')), /Completed|Complete/);
        await talk.play([['mute', 'no order under way']]);
      }));
  }

  it('tells everything again when that is wished', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toCreditCheck,
        ['press notice.mute', 'only once more here'],
        ['unmute', 'again as soon as something happens'],
        ['time +2d', ''],
      ]);
      await talk.teams.waitFor(
        () => talk.teams.cards.filter(({ id }) => id === 'notice').length > 2,
      );
      const titles = talk.teams.cards.filter(({ id }) => id === 'notice').map(textOf);
      assert.match(titles[1]!, /credit check is approved/);
    }));
});
