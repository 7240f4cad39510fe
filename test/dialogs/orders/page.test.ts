import assert from 'node:assert/strict';
import { saidIn } from '../../support/teams/cardText.ts';
import { withColleague } from '../../support/teams/colleague.ts';
import { type Exchange, type Talk, withTalk } from '../../support/teams/transcript.ts';
import { toReview } from '../../support/teams/ways.ts';

const completed: Exchange[] = [
  ...toReview,
  ['place order', '=review', '[order]'],
  ['time +1h', ''],
  ['wait [notice]', '[notice]'],
];

/** The address that the pressed card leads to. */
async function linkOf({ teams }: Talk): Promise<string> {
  await teams.waitFor(() =>
    /"verb":"order.page"/.test(JSON.stringify(teams.lastCard('order').json)),
  );
  const { body } = await teams.press(teams.lastCard('order'), { verb: 'order.page' });
  const { url = '' } = /"url":"(?<url>[^"]+)"/.exec(JSON.stringify(body))?.groups ?? {};
  return url;
}

describe('The page of an order', () => {
  it('is opened by a link on the card of one that is complete, and holds it', () =>
    withTalk(async (talk) => {
      await talk.play(completed);
      const link = await linkOf(talk);
      assert.ok(link.startsWith(`${talk.bot.url}/order?key=`), link);
      const response = await fetch(link);
      assert.equal(response.status, 200);
      const page = await response.text();
      assert.match(page, /UPG-[0-9A-Z]{8}/);
      assert.match(page, /Business Premium/);
      assert.match(page, /Amounts/);
    }));

  it('is made for nobody whose role does not let them see the order', () =>
    withTalk(async (talk) => {
      await talk.play(completed);
      await linkOf(talk);
      await withColleague(talk, 'global-admin', async (colleague) => {
        await colleague.say(
          /UPG-[0-9A-Z]{8}/.exec(JSON.stringify(talk.teams.lastCard('order').json))![0],
        );
        const shown = colleague.lastCard('order');
        await colleague.say('role reader');
        const { body } = await colleague.press(shown, { verb: 'order.page' });
        assert.doesNotMatch(JSON.stringify(body), /order\?key=/);
        assert.ok(
          colleague.messages.every(({ activity }) => !saidIn(activity).join().includes('key=')),
        );
      });
    }));
});
