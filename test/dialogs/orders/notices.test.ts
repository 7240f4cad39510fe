import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { textOf } from '../../support/teams/cardText.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { startTalk, type Talk } from '../../support/teams/transcript.ts';
import { toCreditCheck } from '../../support/teams/ways.ts';

/** Adele's talk, and a colleague of hers who has talked to the bot as well. */
describe('What comes of an order, unasked', () => {
  let talk: Talk;
  let robin: FakeTeams;

  const notices = (teams: FakeTeams) => teams.cards.filter(({ id }) => id === 'notice');
  const titles = (teams: FakeTeams) => notices(teams).map((card) => textOf(card).split('\n')[0]);
  const toEnd = async (teams: FakeTeams): Promise<void> => {
    await robin.say('time +2d');
    await teams.waitFor(() => titles(teams).includes('Your upgrade is complete'));
    await delay(300);
  };

  beforeEach(async () => {
    talk = await startTalk();
    const { tenantId = '' } = talk.teams;
    robin = await FakeTeams.start({ botUrl: talk.bot.url, tenantId, userName: 'Robin' });
    await robin.say('help');
    await talk.play(toCreditCheck);
  });
  afterEach(async () => {
    await robin.stop();
    await talk.end();
  });

  it('is told to a colleague, each once, when who ordered has blocked the bot', async () => {
    talk.teams.fail({ status: 403, code: 'ConversationBlockedByUser' }, 99);
    const calls = talk.teams.requests.filter(({ method }) => method === 'POST').length;
    await toEnd(robin);
    assert.deepEqual(titles(robin), ['The credit check is approved', 'Your upgrade is complete']);
    const posts = talk.teams.requests.filter(({ method }) => method === 'POST').length - calls;
    assert.ok(posts <= 1, `${posts} attempts`);
    assert.match(textOf(notices(robin)[1]!), /Ordered by Adele Vance/);
    const shown = await robin.press(notices(robin)[1]!, 'order.refresh');
    assert.equal(shown.status, 200);
    assert.equal(robin.lastCard().id, 'order');
  });

  it('is told to a colleague without an attempt when who ordered has removed the bot', async () => {
    await talk.teams.send({ type: 'installationUpdate', action: 'remove' });
    const calls = talk.teams.requests.length;
    await toEnd(robin);
    assert.equal(notices(robin).length, 2);
    assert.equal(talk.teams.requests.length, calls);
  });

  for (const [what, back] of [
    [
      'installs the bot again',
      () => talk.teams.send({ type: 'installationUpdate', action: 'add' }),
    ],
    ['writes again', () => talk.teams.say('hi')],
  ] as const) {
    it(`is told to who ordered as soon as they ${what}, also after a restart`, async () => {
      await talk.teams.send({ type: 'installationUpdate', action: 'remove' });
      await back();
      talk.teams.botUrl = await talk.bot.restart();
      robin.botUrl = talk.teams.botUrl;
      await toEnd(talk.teams);
      assert.equal(notices(talk.teams).length, 3);
      assert.equal(notices(robin).length, 0);
    });
  }
});
