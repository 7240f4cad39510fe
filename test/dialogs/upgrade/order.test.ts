import assert from 'node:assert/strict';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { storedOrders } from '../../support/storage/storedDocuments.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';
import { type Talk, withTalk } from '../../support/teams/transcript.ts';
import { toReview } from '../../support/teams/ways.ts';

async function ordersOf({ bot }: Talk): Promise<number> {
  return (await storedOrders(bot.dataDir)).length;
}

const referencesIn = (teams: FakeTeams): Set<string> =>
  new Set(JSON.stringify(teams.cards).match(/UPG-[0-9A-Z]{8}/g));

describe('Placing the order', () => {
  it('twenty presses at the same time are one order, with the same answer', () =>
    withTalk(async (talk) => {
      await talk.play(toReview);
      const review = talk.teams.lastCard('review');
      const presses = Array.from({ length: 20 }, () => talk.teams.press(review, 'order.place'));
      const answers = await Promise.all(presses);
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
      assert.equal(new Set(answers.map(({ body }) => JSON.stringify(body))).size, 1);
      assert.equal(await ordersOf(talk), 1);
      assert.equal(referencesIn(talk.teams).size, 1);
    }));

  it('the same press delivered twice is one order, with the same answer', () =>
    withTalk(async (talk) => {
      await talk.play(toReview);
      const first = await talk.teams.press(talk.teams.lastCard('review'), 'order.place');
      const messages = talk.teams.messages.length;
      const second = await talk.teams.redeliver(first.activityId);
      assert.deepEqual(second.body, first.body);
      assert.equal(talk.teams.messages.length, messages, 'nothing is said twice');
      assert.equal(await ordersOf(talk), 1);
    }));

  it('the same text delivered twice is answered once', () =>
    withTalk(async (talk) => {
      await talk.play(toReview);
      const { activityId } = await talk.teams.say('place order');
      await talk.teams.waitFor(() => talk.teams.cards.some(({ id }) => id === 'order'));
      const messages = talk.teams.messages.length;
      await talk.teams.redeliver(activityId);
      assert.equal(talk.teams.messages.length, messages);
      assert.equal(await ordersOf(talk), 1);
    }));

  it('two people who place it at the same moment make one order, and both are shown it', () =>
    withTalk(async (talk) => {
      const { tenantId } = talk.teams;
      await talk.play(toReview);
      const robin = await FakeTeams.start({ botUrl: talk.bot.url, tenantId: tenantId! });
      try {
        for (const text of ['upgrade', 'business premium', 'next']) await robin.say(text);
        const both = [talk.teams, robin];
        await Promise.all(
          both.map((teams) => teams.press(teams.lastCard('review'), 'order.place')),
        );
        assert.equal(await ordersOf(talk), 1);
        assert.equal(referencesIn(talk.teams).size, 1);
        assert.deepEqual(referencesIn(talk.teams), referencesIn(robin));
        const told = both.flatMap(({ texts }) => texts.filter((text) => /nothing new/.test(text)));
        assert.equal(told.length, 1);
      } finally {
        await robin.stop();
      }
    }));

  it("a press on yesterday's card gives the same order, not a new one", () =>
    withTalk(async (talk) => {
      await talk.play(toReview);
      const review = structuredClone(talk.teams.lastCard('review'));
      await talk.play([
        ['press order.place', '=review', '[order]'],
        ['time +1d', ''],
        ['wait [notice]', '[notice]'],
      ]);
      const { status, body } = await talk.teams.press(review, 'order.place');
      assert.equal(status, 200);
      assert.match(JSON.stringify(body), /UPG-/);
      assert.equal(await ordersOf(talk), 1);
      assert.equal(referencesIn(talk.teams).size, 1);
    }));

  it('in the Emulator, which shows no replacement, an old review card orders nothing new', () =>
    withTalk(
      async (talk) => {
        await talk.play(toReview);
        const review = talk.teams.lastCard('review');
        await talk.teams.press(review, 'order.place');
        await talk.teams.press(review, 'order.place');
        await talk.teams.press(review, 'order.abandon');
        assert.equal(await ordersOf(talk), 1);
      },
      { flavour: 'emulator' },
    ));

  it('an offer that has run out is worked out anew and asks once more', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toReview,
        ['time +31m', ''],
        ['press order.place', '=review', 'Nothing was ordered yet', '[review]'],
      ]);
      assert.equal(await ordersOf(talk), 0);
      await talk.play([['press order.place', '=review', '[order]']]);
      assert.equal(await ordersOf(talk), 1);
    }));

  it('a role that was lost in between is noticed', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toReview,
        ['role reader', 'reader'],
        ['place order', '=review', 'come in the way', '[diagnosis]'],
      ]);
      assert.equal(await ordersOf(talk), 0);
    }));

  it('of two reviews only the newest one orders, however the first was left', () =>
    withTalk(async (talk) => {
      await talk.play(toReview);
      const first = structuredClone(talk.teams.lastCard('review'));
      await talk.play([
        ['change licenses', '[change-items]'],
        ['back', '=review', '=change-items', '[review]'],
        ['svenska', '=review', 'svarar jag', '[review]'],
        ['english', '=review', 'I answer', '[review]'],
        ['change licenses', '[change-items]'],
        ['30, yearly', '=review', '=change-items', '[review]'],
      ]);
      await talk.teams.press(first, 'order.place');
      assert.match(talk.teams.texts.at(-1) ?? '', /nothing was ordered/);
      assert.equal(await ordersOf(talk), 0);
      await talk.play([['press order.place', '=review', 'nothing was ordered', '[order]']]);
      assert.match(textOf(talk.teams.lastCard('order')), /30/);
    }));

  it('after a cancel, a review that is still shown orders nothing', () =>
    withTalk(async (talk) => {
      await talk.play(toReview);
      const review = structuredClone(talk.teams.lastCard('review'));
      await talk.play([['cancel', '=review', 'Nothing was ordered']]);
      await talk.teams.press(review, 'order.place');
      assert.equal(await ordersOf(talk), 0);
    }));

  it('what one person has begun, another in the conversation neither orders nor stops', () =>
    withTalk(async (talk) => {
      await talk.play(toReview);
      const { user } = talk.teams;
      const owner = { ...user };
      Object.assign(user, { id: '29:robin', name: 'Robin', aadObjectId: 'robin' });
      await talk.play([
        ['place order', 'No offer is waiting'],
        ['cancel', 'nothing to stop'],
      ]);
      assert.equal(await ordersOf(talk), 0);
      Object.assign(user, owner);
      await talk.play([['place order', '=review', '[order]']]);
      assert.equal(await ordersOf(talk), 1);
    }));

  it('a button of an earlier card leads back to that step', () =>
    withTalk(async (talk) => {
      await talk.play([['upgrade', '', '', '[plans]']]);
      const plans = structuredClone(talk.teams.lastCard('plans'));
      await talk.play([
        ['business premium', '=plans', '[configure]'],
        ['next', '=configure', '[review]'],
      ]);
      await talk.teams.press(plans, { verb: 'plan.choose', choice: skus.office365E3 });
      assert.equal(talk.teams.lastCard().id, 'configure');
      assert.match(textOf(talk.teams.lastCard()), /Office 365 E3/);
    }));
});
