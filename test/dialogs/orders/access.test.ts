import assert from 'node:assert/strict';
import { buttonsOf } from '../../support/teams/cardButtons.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { withColleague } from '../../support/teams/colleague.ts';
import type { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { type Exchange, type Talk, withTalk } from '../../support/teams/transcript.ts';
import { toReview } from '../../support/teams/ways.ts';

const placed: Exchange[] = [
  ['scenario slow-upgrade', ''],
  ...toReview,
  ['place order', '=review', '[order]'],
];

const seen = ({ messages }: FakeTeams): string =>
  messages
    .map(({ activity }) => `${activity.text ?? ''} ${JSON.stringify(activity.attachments ?? '')}`)
    .join('\n');

function referenceOf(talk: Talk): string {
  return /UPG-[0-9A-Z]{8}/.exec(textOf(talk.teams.lastCard('order')))?.[0] ?? '';
}

describe('Orders of others', () => {
  for (const role of ['reader', 'license-admin', 'user-admin', 'support-admin']) {
    it(`are shown to a ${role} neither in the status, nor by reference, nor by muting`, () =>
      withTalk(async (talk) => {
        await talk.play(placed);
        const reference = referenceOf(talk);
        await withColleague(talk, role, async (colleague) => {
          for (const text of [
            'status',
            `status ${reference}`,
            reference,
            `mute ${reference}`,
            `withdraw ${reference}`,
            'hi',
          ]) {
            await colleague.say(text);
          }
          assert.ok(!colleague.cards.some(({ id }) => id === 'order'));
          const withoutOwnWords = seen(colleague).replaceAll(`status ${reference}`, '');
          assert.doesNotMatch(withoutOwnWords, /Business Premium|SEK|1 upgrade/);
        });
      }));
  }

  for (const role of ['global-admin', 'billing-admin', 'billing-account-owner']) {
    it(`are shown to a ${role}`, () =>
      withTalk(async (talk) => {
        await talk.play(placed);
        await withColleague(talk, role, async (colleague) => {
          await colleague.say(referenceOf(talk));
          assert.match(textOf(colleague.lastCard('order')), /Business Premium/);
        });
      }));
  }

  it('are shown to whoever placed them, whatever their role is by now', () =>
    withTalk(async (talk) => {
      await talk.play([...placed, ['role reader', 'reader'], ['status', '[status]']]);
      assert.match(textOf(talk.teams.lastCard('status')), /Business Premium/);
      await talk.play([['press order.refresh', '[order]']]);
    }));

  it('can’t be opened by a button that was shown when the role was another one', () =>
    withTalk(async (talk) => {
      await talk.play(placed);
      await withColleague(talk, 'global-admin', async (colleague) => {
        await colleague.say('status');
        const card = colleague.lastCard('status');
        assert.ok(buttonsOf(card.json).length > 0);
        await colleague.say('role reader');
        const before = colleague.cards.length;
        await colleague.press(card, { verb: 'order.refresh' });
        assert.equal(colleague.cards.filter(({ id }) => id === 'order').length, 0);
        assert.ok(colleague.cards.length >= before);
      });
    }));
});
