import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { type Talk, withTalk } from '../../support/teams/transcript.ts';
import { elsewhere } from '../../support/tenant/elsewhere.ts';

const isNotice = (talk: Talk, text: string) => () =>
  talk.teams.cards.some((card) => card.id === 'notice' && textOf(card).includes(text));

/** An upgrade that left twelve users behind; all had SharePoint off. */
async function toKeptSome(talk: Talk): Promise<void> {
  await talk.play([['scenario partial-failure', '']]);
  await elsewhere(talk, ([first]) => [
    { ...first!, turnedOff: [{ name: 'SharePoint Online', users: 58 }] },
  ]);
  await talk.play([
    ['upgrade', '…'],
    ['business premium', '=plans', '[configure]'],
    ['next', '=configure', '[review]'],
    ['place order', '=review', '[order]'],
  ]);
  await talk.teams.waitFor(isNotice(talk, 'Not everything is off again'), 40_000);
  await talk.play([['press manual.start', '…']]);
}

describe('Services that could not be turned off again after an upgrade', () => {
  it('are shown with the reason, and tried again by a button once that is mended', () =>
    withTalk(async (talk) => {
      await toKeptSome(talk);
      const card = () => textOf(talk.teams.lastCard('move'));
      assert.match(card(), /Services that stay off/);
      assert.match(card(), /46 of 58 users have them off again/);
      assert.match(card(), /The upgrade has not moved this user/);
      await talk.play([
        ['time +3h', '…'],
        ['manual', '[change-from]'],
        ['business standard', '=change-from', '[change-to]'],
        ['business premium', '=change-to', '[change-plan]'],
        ['begin', '=change-plan', 'I keep', '[manual-change]'],
        ['move them', '[move-users]'],
        ['all', '=move-users', '[move-plan]'],
      ]);
      await talk.play([['move them', '=move-plan', '[move]']]);
      await talk.teams.waitFor(isNotice(talk, 'All users are moved'), 40_000);
      const kept = talk.teams.cards.find(({ id }) => id === 'move');
      await talk.teams.press(kept!, 'move.retry');
      await talk.teams.waitFor(isNotice(talk, 'What was turned off is off again'), 40_000);
    }));

  it('are shown to nobody who may not see users', () =>
    withTalk(async (talk) => {
      await toKeptSome(talk);
      const { bot, teams } = talk;
      const { tenantId = '' } = teams;
      const other = await FakeTeams.start({ botUrl: bot.url, userName: 'Robin', tenantId });
      try {
        await other.say('role reader');
        const shown = teams.cards.findLast(({ id }) => id === 'notice')!;
        await other.press(shown, 'manual.start').catch(() => undefined);
        assert.ok(!other.cards.some(({ id }) => id === 'move'));
      } finally {
        await other.stop();
      }
    }));
});
