import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { localiser } from '../../../locales/localiser.ts';
import { TurnDesk } from '../../support/bot/turnDesk.ts';
import { askedOn } from '../../support/teams/cardText.ts';
import type { Fault } from '../../support/teams/connectorService.ts';
import type { Delivery } from '../../support/teams/fakeTeams.ts';

const { t } = localiser('en-US');
const tooOld = t('dialogs.press.old');
/** The channel took the message, but nobody is left to hear that. */
const takenUnheard = { cut: 'reset', delivered: true } as const;
const notTaken = { cut: 'reset' } as const;

describe('What is stored before it is said', () => {
  let desk: TurnDesk;
  beforeEach(async () => {
    desk = await TurnDesk.open();
  });
  afterEach(function () {
    return desk.close(this.currentTest?.state === 'failed');
  });

  /** @returns the activity's id */
  async function dies(turn: Promise<Delivery>): Promise<string> {
    const { status, activityId } = await turn;
    assert.equal(status, 500);
    return activityId;
  }

  async function comesAgain(activityId: string): Promise<void> {
    assert.equal((await desk.teams.redeliver(activityId)).status, 200);
  }

  /** `upgrade` is answered with one message: this befalls it, and the sentence that says so. */
  function upgradeMeets(fault: Fault): Promise<Delivery> {
    desk.teams.fail(fault, 2, 'POST');
    return desk.teams.say('upgrade');
  }

  describe('A turn whose process dies', () => {
    for (const death of ['unstored', 'stored'] as const) {
      it(`leaves no dead card in the chat, and no second one: conversation ${death}`, async () => {
        desk.dieNext(death);
        const activityId = await dies(desk.teams.say('upgrade'));
        for (const card of desk.shown('plans')) {
          const { body } = await desk.teams.press(card, 'plan.choose');
          assert.ok(!JSON.stringify(body).includes(tooOld), 'a card in the chat is dead');
        }
        await desk.restart();
        await comesAgain(activityId);
        assert.equal(desk.shown('plans').length, 1);
        const { body } = await desk.teams.press(desk.teams.lastCard('plans'), 'plan.choose');
        assert.ok(!JSON.stringify(body).includes(tooOld));
        assert.equal(desk.shown('configure').length, 1);
      });
    }

    it('shows the same card again when nobody knows whether it came, and each copy works', async () => {
      const activityId = await dies(upgradeMeets(takenUnheard));
      await desk.restart();
      await comesAgain(activityId);
      const copies = desk.shown('plans');
      assert.equal(copies.length, 2);
      assert.equal(new Set(copies.map(({ json }) => askedOn(json))).size, 1);
      const [first, second] = copies;
      await desk.teams.press(first!, 'plan.choose');
      assert.equal(desk.teams.card(first!.messageId).id, 'configure');
      const { body } = await desk.teams.press(second!, 'plan.choose');
      assert.ok(JSON.stringify(body).includes(t('dialogs.closed.plans')));
      assert.equal(desk.shown('configure').length, 1);
    });

    it('says that it was interrupted, and asks what it asked', async () => {
      desk.dieNext('stored');
      const activityId = await dies(desk.teams.say('upgrade'));
      await desk.restart();
      await comesAgain(activityId);
      assert.equal(desk.teams.texts.at(-1), t('dialogs.interrupted'));
      assert.equal(desk.shown('plans').length, 1);
    });

    for (const [what, text, card] of [
      ['a question', 'do users lose their files?', 'answer'],
      ['what shows something', 'status', 'status'],
      ['what is not understood', 'qwerty', 'home'],
    ] as const) {
      it(`answers ${what} as if it came for the first time`, async () => {
        desk.dieNext('stored');
        const activityId = await dies(desk.teams.say(text));
        await desk.restart();
        await comesAgain(activityId);
        assert.equal(desk.shown(card).length, 1);
        assert.ok(!desk.teams.texts.includes(t('dialogs.interrupted')));
        await comesAgain(activityId);
        assert.equal(desk.shown(card).length, 1, 'once it has arrived, it is not said again');
      });
    }

    it('tells what was done as it was, since it is not done again', async () => {
      for (const text of ['upgrade', 'business premium', 'next', 'place order'])
        await desk.say(text);
      desk.dieNext('stored');
      const activityId = await dies(desk.teams.say('mute'));
      await desk.restart();
      await comesAgain(activityId);
      const [order] = await desk.storage.orders.listByTenant(desk.teams.tenantId!);
      const said = t('dialogs.mute.done', { reference: order!.id });
      assert.deepEqual(
        desk.teams.texts.filter((text) => text === said),
        [said],
      );
    });

    it('is not told twice when its conversation goes on, and the card that was answered is not asked again', async () => {
      const activityId = await dies(upgradeMeets(notTaken));
      await desk.restart();
      await desk.say('business premium');
      const seen = desk.teams.messages.length;
      await comesAgain(activityId);
      assert.equal(desk.shown('plans').length, 0);
      assert.equal(desk.teams.messages.length, seen, 'the person has gone on without it');
    });
  });

  describe('A turn that the channel does not take', () => {
    it('is told from where it stopped when it is delivered again, and then no more', async () => {
      const said = desk.teams.say('upgrade. do users lose their files?');
      await desk.teams.waitFor(() => desk.shown('plans').length > 0);
      // The second one befalls the sentence that says so.
      desk.teams.fail(notTaken, 2, 'POST');
      const activityId = await dies(said);
      const seen = desk.teams.messages.length;
      assert.equal(desk.shown('answer').length, 0);
      for (const _ of [1, 2]) await comesAgain(activityId);
      assert.equal(desk.shown('answer').length, 1);
      assert.equal(desk.shown('plans').length, 1);
      assert.equal(desk.teams.messages.length, seen + 1);
    });
  });

  describe('What the channel says of a card', () => {
    it('is known to the next turn: a card that was answered by text is closed in its place', async () => {
      await desk.say('upgrade');
      await desk.say('business premium');
      assert.ok(JSON.stringify(desk.shown('plans')).includes(t('dialogs.closed.plans')));
    });

    it('outlives an end in order', async () => {
      await desk.say('upgrade');
      await desk.restart(true);
      await desk.say('business premium');
      assert.ok(JSON.stringify(desk.shown('plans')).includes(t('dialogs.closed.plans')));
    });

    it('is stored by itself a moment later', async () => {
      await desk.say('upgrade');
      const key = `${desk.teams.tenantId}/msteams/${desk.teams.conversationId}`;
      const conversation = async () => (await desk.storage.conversations.load(key))!.value;
      const { saying, answered } = await conversation();
      assert.equal(saying, answered[0]?.id);
      const end = performance.now() + 5_000;
      while ((await conversation()).saying && performance.now() < end) await delay(50);
      const { saying: stillSaying, grants } = await conversation();
      assert.equal(stillSaying, undefined);
      assert.equal(grants[0]?.activityId, desk.shown('plans')[0]?.messageId);
    });

    it('makes an order card one that is kept up to date, also when it had to be shown again', async () => {
      for (const text of ['upgrade', 'business premium', 'next']) await desk.say(text);
      desk.dieNext('stored');
      const activityId = await dies(desk.teams.press(desk.teams.lastCard('review'), 'order.place'));
      await desk.restart();
      await comesAgain(activityId);
      const [order] = await desk.storage.orders.listByTenant(desk.teams.tenantId!);
      const [shown] = desk.shown('order');
      assert.deepEqual(
        order?.cards.map(({ activityId: id }) => id),
        [shown?.messageId],
      );
      assert.ok(JSON.stringify(shown?.json).includes(order!.cards[0]!.token));
    });
  });
});
