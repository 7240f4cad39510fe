import assert from 'node:assert/strict';
import { money } from '../../../commerce/model/money.ts';
import { startBot } from '../../support/bot/bot.ts';
import { startTalk } from '../../support/teams/transcript.ts';
import { toReview } from '../../support/teams/ways.ts';
import {
  approvals,
  card,
  orders,
  referenceIn,
  seen,
  sent,
  toPrepared,
  withPeople,
} from './people.ts';

describe('Who may see prices and not buy', () => {
  it('puts an order together, and who may buy approves it: the order is theirs and names the asker', () =>
    withPeople({}, async (people) => {
      const { asker, approver } = people;
      await sent(people);
      await approver.teams.waitFor(() => approver.teams.cards.some(({ id }) => id === 'notice'));
      assert.match(card(approver, 'notice'), /Adele asks you to approve/);
      assert.doesNotMatch(card(approver, 'notice'), /SEK/);
      await approver.play([
        ['wait [notice]', '…'],
        ['press approval.show', '[approval]'],
      ]);
      assert.match(card(approver), /Adele has put this order together[\s\S]*SEK/);
      await approver.play([['press approval.approve', '=approval', '[order]']]);
      assert.match(card(approver, 'order'), /Put together by\nAdele/);
      await asker.play([['wait [notice]', '[notice]']]);
      assert.match(card(asker, 'notice'), /Robin has approved/);
      const [only, ...more] = await orders(people);
      assert.equal(more.length, 0);
      assert.equal(only?.placedBy.name, 'Robin');
      assert.equal(only?.askedBy?.name, 'Adele');
      const [approval] = await approvals(people);
      assert.deepEqual(
        approval?.audit.map(({ event, by }) => `${event} ${by}`),
        ['ask Adele', 'see Robin', 'approve Robin', 'order Robin'],
      );
    }));

  it('orders nothing by saying so, nor approves it themselves', () =>
    withPeople({}, async (people) => {
      const { asker } = people;
      await asker.play([
        ...toPrepared,
        ['place order', 'Your role may not order. Nothing was ordered.'],
        ['ask for approval', '=review', 'Sent for approval'],
      ]);
      const reference = referenceIn(asker);
      await asker.play([[`approve ${reference}`, "You can't decide this", '[approval]']]);
      assert.equal((await orders(people)).length, 0);
    }));

  it('hears why it came back', () =>
    withPeople({}, async (people) => {
      const { asker, approver } = people;
      const reference = await seen(people);
      await approver.play([
        [`return ${reference}`, 'Say why'],
        [
          'press approval.return {"inputs":{"note":"too many"}}',
          '=approval',
          'is returned to Adele',
        ],
      ]);
      await asker.play([['wait [notice]', '[notice]']]);
      assert.match(card(asker, 'notice'), /Robin has returned[\s\S]*Note: too many/);
      await approver.play([
        [`approve ${reference}`, '=approval', 'Robin has returned', '[approval]'],
      ]);
      assert.equal((await orders(people)).length, 0);
    }));

  it('orders nothing by sending what they may order themselves by then', () =>
    withPeople({}, async (people) => {
      await people.asker.play([
        ...toPrepared,
        ['role billing-admin', '…'],
        ['press approval.send', '=review', 'without anybody', '[review]'],
      ]);
      assert.equal((await orders(people)).length, 0);
      assert.equal((await approvals(people)).length, 0);
    }));

  it('takes it back before anybody decides', () =>
    withPeople({}, async (people) => {
      const { asker, approver } = people;
      const reference = await seen(people);
      // As a client shows it that has not heard yet.
      const open = structuredClone(approver.teams.lastCard('approval'));
      await asker.play([[`withdraw ${reference}`, 'is taken back', '[approval]']]);
      await approver.teams.press(open, { verb: 'approval.approve' });
      assert.match(approver.teams.texts.at(-1) ?? '', /Adele has taken/);
      assert.equal((await orders(people)).length, 0);
    }));

  it('asks once for a subscription, whoever asks', () =>
    withPeople({}, async (people) => {
      await sent(people);
      await people.asker.play([
        ...toPrepared,
        ['ask for approval', '=review', 'Adele has asked to approve an order'],
      ]);
      assert.equal((await approvals(people)).length, 1);
    }));

  it('does it all by typing, in Swedish', () =>
    withPeople({ locale: 'sv-SE' }, async (people) => {
      const { asker, approver } = people;
      await asker.play([
        ['uppgradera', '', '[diagnosis]'],
        ['skicka för godkännande', '=diagnosis', 'din roll får inte beställa', '[plans]'],
        ['business premium', '=plans', '[configure]'],
        ['nästa', '=configure', '[review]'],
        ['skicka för godkännande', '=review', 'Skickat för godkännande som APR-'],
      ]);
      const reference = referenceIn(asker);
      await approver.play([
        ['wait [notice]', '…'],
        ['godkännanden', '[approval]'],
        [`godkänn ${reference}`, '=approval', '[order]'],
      ]);
      assert.equal((await orders(people)).length, 1);
    }));
});

describe('Above the spending limit', () => {
  const asks = { limit: 100_000, askerRole: 'global-admin' };

  it('somebody who may buy needs a second person, and below it none', () =>
    withPeople(asks, async (people) => {
      const { asker, approver } = people;
      await asker.play([
        ...toReview,
        ['place order', 'above the amount that one person may order'],
        ['press approval.send', '=review', 'Sent for approval'],
      ]);
      const reference = referenceIn(asker);
      await approver.play([
        ['wait [notice]', '…'],
        [reference, '[approval]'],
        ['press approval.approve', '=approval', '[order]'],
      ]);
      assert.equal((await orders(people)).length, 1);
    }));

  it('is nothing that is cheap enough', () =>
    withPeople({ ...asks, limit: 1_000_000_00 }, async (people) => {
      await people.asker.play([...toReview, ['place order', '=review', '[order]']]);
    }));

  it('is everything in a currency without a limit', async () => {
    const bot = await startBot({ limits: [money(1_000_000_00, 'EUR')] });
    const asker = await startTalk({ bot });
    try {
      await asker.play([
        ...toReview,
        ['place order', 'above the amount that one person may order'],
        ['press approval.send', '=review', 'Nobody who may approve it has written to me yet'],
      ]);
    } finally {
      await asker.end();
      await bot.stop();
    }
  });
});
