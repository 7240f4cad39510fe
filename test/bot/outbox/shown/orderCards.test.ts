import assert from 'node:assert/strict';
import sinon from 'sinon';
import type { ShownCard } from '../../../../commerce/model/notice.ts';
import type { Order } from '../../../../commerce/model/order.ts';
import { changeOrder } from '../../../../commerce/order/changeOrder.ts';
import { localiser } from '../../../../locales/localiser.ts';
import { chatKey, completed, NoticeDesk, orderId } from '../../../support/bot/noticeDesk.ts';
import { FakeTime } from '../../../support/process/fakeTime.ts';
import { buttonsOf } from '../../../support/teams/cardButtons.ts';
import { textOf } from '../../../support/teams/cardText.ts';

const simulated = localiser('en-US').t('cards.common.simulated');

describe('The card of an order', () => {
  let desk: NoticeDesk;
  let time: FakeTime;
  const deliver = () => time.during(desk.sender.deliver(orderId));
  const change = (given: Partial<Order>) =>
    changeOrder(desk.storage.orders, orderId, (order) => ({ ...order, ...given }));
  const owes = async () => (await desk.storage.orders.undelivered(8)).length > 0;

  beforeEach(async () => {
    time = new FakeTime();
    desk = await NoticeDesk.open(time.now);
  });
  afterEach(async () => {
    sinon.restore();
    time.restore();
    await desk.close();
  });

  /** A message that is in the chat already. */
  async function shown(revision: number, token = 'token-1'): Promise<ShownCard> {
    const { reference } = await desk.conversation();
    let activityId = '';
    await desk.adapter.continueConversation(reference, async (context) => {
      activityId = (await context.sendActivity('card'))?.id ?? '';
    });
    return { conversation: chatKey, activityId, token, revision };
  }

  it('is replaced in place, with the same token, once', async () => {
    const card = await shown(0);
    await desk.owe({ revision: 3, cards: [card] });
    await deliver();
    await deliver();
    assert.equal(desk.calls('PUT'), 1);
    const { json } = desk.teams.card(card.activityId);
    assert.equal(desk.teams.lastCard().id, 'order');
    assert.ok(buttonsOf(json).every(({ data }) => data?.token === 'token-1'));
    assert.deepEqual((await desk.order()).cards, [{ ...card, revision: 3 }]);
  });

  for (const [tenantId, said] of [
    ['tenant-1', true],
    ['tenant-2', false],
  ] as const) {
    it(`says ${said ? '' : 'not '}that the order is simulated where its tenant is ${said ? '' : 'not '}so`, async () => {
      desk.simulatedTenant = tenantId;
      const card = await shown(0);
      await desk.owe({ revision: 3, cards: [card] });
      await deliver();
      const lines = textOf(desk.teams.card(card.activityId)).split('\n');
      assert.equal(lines.includes(simulated), said);
    });
  }

  it('says what it shows as text, in its place, when the channel finds it too large', async () => {
    const card = await shown(0);
    await desk.owe({ revision: 3, cards: [card] });
    desk.teams.fail({ status: 413, code: 'MessageSizeTooBig' }, 1, 'PUT');
    await deliver();
    const message = desk.teams.messages.find(({ id }) => id === card.activityId);
    assert.ok(message?.activity.text?.includes(orderId));
    assert.deepEqual((await desk.order()).cards, [{ ...card, revision: 3 }]);
  });

  it('is replaced again when the order has moved on', async () => {
    await desk.owe({ revision: 1, cards: [await shown(0)] });
    await deliver();
    await change({ revision: 2 });
    await deliver();
    assert.equal(desk.calls('PUT'), 2);
  });

  it('is replaced once when it is behind by many steps', async () => {
    await desk.owe({ revision: 9, cards: [await shown(2)] });
    await deliver();
    assert.equal(desk.calls('PUT'), 1);
  });

  it('is left alone when it shows the present already', async () => {
    await desk.owe({ revision: 3, cards: [await shown(3), await shown(2, 'token-2')] });
    await deliver();
    assert.equal(desk.calls('PUT'), 1);
  });

  it('asks for the time zone once, however many cards there are', async () => {
    const account = sinon.spy(desk.tenant.sandbox, 'billingAccount');
    const cards = [await shown(0), await shown(0, 'token-2'), await shown(0, 'token-3')];
    await desk.owe({ revision: 1, cards });
    await deliver();
    assert.equal(desk.calls('PUT'), 3);
    assert.equal(account.callCount, 1);
  });

  it('comes with the notice of the same step', async () => {
    await desk.owe({ revision: 1, cards: [await shown(0)], notices: [completed] });
    await deliver();
    const cards = desk.teams.cards.map((card) => card.id);
    assert.deepEqual(cards, ['order', 'notice']);
  });

  for (const status of [412, 502, 504]) {
    it(`is replaced at the next attempt after a ${status}, which does no harm`, async () => {
      await desk.owe({ revision: 1, cards: [await shown(0)] });
      desk.teams.fail({ status }, 2, 'PUT');
      await deliver();
      assert.equal(desk.calls('PUT'), 3);
      assert.equal(await owes(), false);
    });
  }

  for (const status of [404, 500, 502]) {
    it(`is given up after answers of ${status} until the order moves on`, async () => {
      const cards = [await shown(0), await shown(0, 'token-2')];
      await desk.owe({ revision: 1, cards });
      desk.teams.fail({ status }, 6, 'PUT');
      await deliver();
      const calls = desk.calls('PUT');
      await deliver();
      assert.equal(desk.calls('PUT'), calls);
      assert.equal(await owes(), false);
      assert.equal((await desk.conversation()).unreachable, undefined);
    });
  }

  it('stays behind while the channel wants a pause, and is replaced then', async () => {
    await desk.owe({ revision: 1, cards: [await shown(0)] });
    desk.teams.fail({ status: 429, retryAfter: 6 }, 1, 'PUT');
    await deliver();
    await deliver();
    assert.equal(desk.calls('PUT'), 1);
    assert.equal(await owes(), true);
    await time.pass(7_000);
    await deliver();
    assert.equal(desk.calls('PUT'), 2);
    assert.equal(await owes(), false);
  });

  it('is not replaced where nobody can be reached, and nothing is owed there', async () => {
    await desk.owe({ revision: 1, cards: [await shown(0)] });
    desk.teams.fail({ status: 403, code: 'Forbidden', subCode: 'MessageWritesBlocked' }, 1, 'PUT');
    await deliver();
    assert.equal((await desk.conversation()).unreachable?.why, 'blocked');
    await change({ revision: 2 });
    await deliver();
    assert.equal(desk.calls('PUT'), 1);
    assert.equal(await owes(), false);
  });

  describe('while progress runs', () => {
    const moved = (moved: number): Partial<Order> => ({
      state: 'reassigning',
      users: { moved, total: 20, failures: [] },
    });

    it('shows what comes at short intervals together, and the newest last', async () => {
      await desk.owe({ ...moved(0), cards: [await shown(0)] });
      for (let n = 1; n <= 20; n += 1) {
        await change(moved(n));
        desk.cards.showProgress(orderId);
        if (n === 10) await time.pass(200);
      }
      await time.pass(7_000);
      assert.equal(desk.calls('PUT'), 2);
      assert.match(textOf(desk.teams.lastCard('order')), /20 (of|\/) 20/);
    });

    it('never goes back behind what a step has shown', async () => {
      await desk.owe({ ...moved(1), cards: [await shown(0)] });
      desk.cards.showProgress(orderId);
      await change({ state: 'completed', revision: 5 });
      desk.cards.showProgress(orderId);
      await deliver();
      await time.pass(7_000);
      assert.match(textOf(desk.teams.lastCard('order')), /Complete/);
    });

    it('keeps on trying while the channel wants a pause', async () => {
      await desk.owe({ ...moved(3), cards: [await shown(0)] });
      desk.teams.fail({ status: 429, retryAfter: 6 }, 1, 'PUT');
      desk.cards.showProgress(orderId);
      await time.pass(500);
      assert.equal(desk.calls('PUT'), 1);
      await time.pass(7_000);
      await time.pass(3_500);
      assert.equal(desk.calls('PUT'), 2);
    });

    it('stops at once with the process', async () => {
      await desk.owe({ ...moved(3), cards: [await shown(0)] });
      desk.cards.showProgress(orderId);
      await desk.cards.stop();
      desk.cards.showProgress(orderId);
      await time.pass(7_000);
      assert.ok(desk.calls('PUT') <= 1);
    });
  });
});
