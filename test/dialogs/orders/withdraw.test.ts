import assert from 'node:assert/strict';
import { meantWithoutReference } from '../../../dialogs/orders/withdrawDialog.ts';
import { anOrder } from '../../support/storage/samples.ts';
import { storedOrders } from '../../support/storage/storedDocuments.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { type Talk, withTalk } from '../../support/teams/transcript.ts';
import { toCreditCheck, toDeclined, toReview } from '../../support/teams/ways.ts';

const statesOf = async ({ bot }: Talk) =>
  (await storedOrders(bot.dataDir)).map(({ state }) => state);

describe('Taking an order back in the chat', () => {
  it('by the button on its card, which says until when', () =>
    withTalk(async (talk) => {
      await talk.play(toCreditCheck);
      await talk.teams.waitFor(() =>
        /credit is being checked/.test(textOf(talk.teams.lastCard('order'))),
      );
      assert.match(textOf(talk.teams.lastCard('order')), /until the new plan is being set up/);
      await talk.play([
        ['press order.withdraw', '=order', 'I ask the sales service'],
        ['wait [notice]', '[notice]'],
      ]);
      assert.match(textOf(talk.teams.lastCard('notice')), /Nothing has been charged/);
      assert.deepEqual(await statesOf(talk), ['withdrawn']);
      await talk.play([['upgrade', '', '', '[plans]']]);
    }));

  it('by the button twice is taken back once', () =>
    withTalk(async (talk) => {
      await talk.play(toCreditCheck);
      const card = talk.teams.lastCard('order');
      await Promise.all(Array.from({ length: 5 }, () => talk.teams.press(card, 'order.withdraw')));
      await talk.teams.waitFor(() => /taken back/.test(textOf(talk.teams.lastCard('notice'))));
      const [order] = await storedOrders(talk.bot.dataDir);
      const events = order?.audit.map(({ event }) => event) ?? [];
      assert.equal(events.filter((event) => event === 'withdrawal.requested').length, 1);
      assert.equal(order?.notices.filter(({ kind }) => kind === 'withdrawn').length, 1);
    }));

  it('by typing, in Swedish', () =>
    withTalk(
      async (talk) => {
        await talk.play([
          ...toCreditCheck,
          ['ta tillbaka beställningen', 'Jag ber försäljningstjänsten', '[order]'],
          ['wait [notice]', '[notice]'],
          ['ångra ordern', 'redan återtagen', '[order]'],
        ]);
        assert.match(textOf(talk.teams.lastCard('notice')), /Inget har debiterats/);
      },
      { locale: 'sv-SE' },
    ));

  it('is not done by a question, or by words that only sound like it: the way is shown', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toCreditCheck,
        ['can I take my order back?', 'If this is the order', '[order]'],
        ['withdraw my order?', 'If this is the order', '[order]'],
        ['please pull the order', 'If this is the order', '[order]'],
      ]);
      const [order] = await storedOrders(talk.bot.dataDir);
      assert.equal(order?.withdrawal, undefined);
    }));

  it('goes on over restarts', () =>
    withTalk(
      async (talk) => {
        await talk.play([
          ...toCreditCheck,
          ['press order.withdraw', '=order', 'I ask the sales service'],
          ['wait [notice]', '[notice]'],
        ]);
        assert.deepEqual(await statesOf(talk), ['withdrawn']);
      },
      { restarts: true },
    ));

  it('is refused to a role that may not buy, and without an order', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['withdraw', 'no order here'],
        ...toCreditCheck,
        ['role license-admin', ''],
        ['withdraw', 'Your role may not', '[order]'],
      ]);
      assert.deepEqual(await statesOf(talk), ['creditCheck']);
    }));

  it('has nothing to take back after an order that was declined', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toDeclined,
        ['withdraw', 'has ended already without an upgrade', '[order]'],
      ]);
    }));

  it('without a reference means the one that still can be, else the one last changed', () => {
    const capabilities = {
      repeatsSafely: true,
      checksCredit: true,
      findOperation: async () => undefined,
    };
    const complete = anOrder({ id: 'UPG-00000001', state: 'completed' });
    const placed = anOrder({ id: 'UPG-00000002', state: 'creditCheck' });
    const back = anOrder({
      id: 'UPG-00000003',
      state: 'withdrawn',
      changedAt: '2027-01-01T00:00:00Z',
    });
    assert.equal(meantWithoutReference([complete, placed, back], capabilities), placed);
    assert.equal(meantWithoutReference([complete, back], capabilities), back);
    assert.equal(meantWithoutReference([back, complete], capabilities), back);
    assert.equal(meantWithoutReference([], capabilities), undefined);
  });

  it('is too late once the plan is being set up', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario slow-upgrade', ''],
        ...toReview,
        ['place order', '=review', '[order]'],
      ]);
      await talk.teams.waitFor(() =>
        /plan is being set up\. It/.test(textOf(talk.teams.lastCard('order'))),
      );
      await talk.play([['cancel my order', 'too late', '[order]']]);
    }));
});
