import assert from 'node:assert/strict';
import { localiser } from '../../../locales/localiser.ts';
import type { Fault } from '../../support/teams/connectorService.ts';
import { startTalk, type Talk } from '../../support/teams/transcript.ts';
import { toReview } from '../../support/teams/ways.ts';

const { t } = localiser('en-US');

/** An order is placed by a press; the first message that answers it is its card. */
describe('The answer to a press that the channel does not take', () => {
  let talk: Talk;
  beforeEach(async () => {
    talk = await startTalk();
    await talk.play(toReview);
  });
  afterEach(() => talk.end());

  const pressWith = async (fault: Fault, times: number) => {
    const { teams } = talk;
    const before = { posts: posts(), texts: teams.texts.length };
    teams.fail(fault, times, 'POST');
    assert.equal((await teams.press(teams.lastCard('review'), 'order.place')).status, 200);
    return {
      posts: posts() - before.posts,
      said: teams.texts.slice(before.texts),
      shown: teams.cards.filter(({ id }) => id === 'order').length,
    };
  };
  const posts = () => talk.teams.requests.filter(({ method }) => method === 'POST').length;

  const passing: [what: string, fault: Fault][] = [
    ['that it wants fewer calls (429)', { status: 429, retryAfter: 1 }],
    ['that something else goes on there (412)', { status: 412, code: 'PreconditionFailed' }],
  ];
  for (const [what, fault] of passing) {
    it(`is sent again when the channel says ${what}`, async () => {
      const begun = Date.now();
      assert.deepEqual(await pressWith(fault, 1), { posts: 2, said: [], shown: 1 });
      assert.ok(Date.now() - begun >= 1_000);
    });
  }

  const lasting: [what: string, fault: Fault, times: number, posts: number, sentence: string][] = [
    ['of doubtful fate (502), which is not sent twice', { status: 502 }, 1, 2, 'unavailable'],
    ['sent too fast, time and again (429)', { status: 429, retryAfter: 0 }, 3, 4, 'throttled'],
  ];
  for (const [what, fault, times, calls, sentence] of lasting) {
    it(`is told to be that, and comes by itself afterwards: ${what}`, async () => {
      const { posts, said, shown } = await pressWith(fault, times);
      assert.deepEqual({ posts, shown }, { posts: calls, shown: 0 });
      const { teams } = talk;
      const order = await teams.waitFor(() => teams.cards.find(({ id }) => id === 'order'));
      const [reference = ''] = /UPG-\w{8}/.exec(JSON.stringify(order.json)) ?? [];
      const later = t('dialogs.orderCardLater', { reference });
      assert.deepEqual(said, [`${t(`errors.channel.${sentence}`)}\n\n${later}`]);
      const { messageId } = order;
      await teams.waitFor(() =>
        teams.messages.some(({ id, replaced }) => id === messageId && replaced > 0),
      );
    });
  }

  it('is replaced in place at the next attempt', async () => {
    const { teams } = talk;
    const puts = () => teams.requests.filter(({ method }) => method === 'PUT').length;
    const before = puts();
    teams.fail({ status: 412 }, 1, 'PUT');
    await teams.say('place order');
    assert.ok(puts() - before >= 2);
    assert.doesNotMatch(JSON.stringify(teams.card(reviewId()).json), /order\.place/);
  });
  const reviewId = () => talk.teams.cards.findLast(({ id }) => id === 'review')!.messageId;
});
