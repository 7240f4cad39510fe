import assert from 'node:assert/strict';
import type { Talk } from '../../support/teams/transcript.ts';
import { toReview } from '../../support/teams/ways.ts';
import { approvals, card, orders, seen, sent, withPeople } from './people.ts';

describe('Who approves', () => {
  it('is first shown what it costs, however they say it', () =>
    withPeople({}, async (people) => {
      const { approver } = people;
      const reference = await sent(people);
      await approver.play([
        ['wait [notice]', '…'],
        [`approve ${reference}`, 'Look at what it costs first', '[approval]'],
        [`approve ${reference}`, '=approval', '[order]'],
      ]);
      assert.equal((await orders(people)).length, 1);
    }));

  it('orders once, however often it is pressed or delivered, and with whom at once', () =>
    withPeople({}, async (people) => {
      const { approver, second } = people;
      const reference = await sent(people);
      for (const { teams } of [approver, second]) await teams.say(reference);
      const press = ({ teams }: Talk) =>
        teams.press(teams.lastCard('approval'), { verb: 'approval.approve' });
      const [first] = await Promise.all([press(approver), press(second), press(approver)]);
      await approver.teams.redeliver(first.activityId);
      assert.equal((await orders(people)).length, 1);
      const [approval] = await approvals(people);
      assert.equal(approval?.state, 'approved');
      const said = [approver, second].map(({ teams }) => teams.texts.join('\n')).join('\n');
      assert.match(said, /(Robin|Sam) (approves|has approved) APR-/);
    }));

  it('is offered it at hello, and sees what it costs by then where the offer has run out', () =>
    withPeople({}, async (people) => {
      const { approver } = people;
      await sent(people);
      await approver.play([
        ['wait [notice]', '…'],
        ['time +2d', '…'],
        ['hello', 'One order waits for approval', '[home]'],
        ['approvals', 'The price has changed since', '[approval]'],
        ['press approval.approve', '=approval', '[order]'],
      ]);
      const [order] = await orders(people);
      const [approval] = await approvals(people);
      assert.equal(order?.quoteId, approval?.quoteId);
      assert.notEqual(approval?.audit[0]?.quoteId, approval?.quoteId);
    }));

  it('approves nothing that has become another price on the card before them', () =>
    withPeople({}, async (people) => {
      const { approver } = people;
      await seen(people);
      await approver.play([
        ['time +2d', '…'],
        [
          'press approval.approve',
          '=approval',
          'This offer had run out',
          'The price has changed since',
        ],
      ]);
      assert.equal((await orders(people)).length, 0);
      await approver.play([['press approval.approve', '=approval', '[order]']]);
      assert.equal((await orders(people)).length, 1);
    }));

  it('loses the right meanwhile: nothing is ordered', () =>
    withPeople({}, async (people) => {
      const { approver } = people;
      await seen(people);
      await approver.play([
        ['role license-admin', '…'],
        ['press approval.approve', "I can't find that order to approve"],
      ]);
      assert.equal((await orders(people)).length, 0);
    }));

  it('is told that another order for the subscription came first, and so is who asked', () =>
    withPeople({}, async (people) => {
      const { approver, second, asker } = people;
      await seen(people);
      await second.play([
        ['wait [notice]', '…'],
        ...toReview,
        ['place order', '=review', '[order]'],
      ]);
      await approver.play([
        ['press approval.approve', '=approval', 'is being upgraded already by UPG-'],
      ]);
      await asker.play([['wait [notice]', '…']]);
      assert.match(card(asker, 'notice'), /Another order came first/);
      assert.equal((await orders(people)).length, 1);
    }));

  it('finds it again after a restart', () =>
    withPeople({}, async (people) => {
      const { approver, bot } = people;
      await seen(people);
      approver.teams.botUrl = await bot.restart();
      await approver.play([['press approval.approve', '=approval', '[order]']]);
      assert.equal((await orders(people)).length, 1);
    }));
});

describe('An order that nobody approves', () => {
  it('runs out after a week, and who asked is told', () =>
    withPeople({}, async (people) => {
      const { asker, approver } = people;
      const reference = await sent(people);
      await asker.play([
        ['time +8d', '…'],
        ['wait [notice]', '…'],
      ]);
      assert.match(card(asker, 'notice'), /Nobody has approved your order/);
      await approver.teams.say(`approve ${reference}`);
      assert.equal((await orders(people)).length, 0);
    }));
});
