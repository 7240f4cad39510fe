import assert from 'node:assert/strict';
import { changeOrder, tryToChangeOrder } from '../../../../commerce/order/changeOrder.ts';
import { ended, linked, retried } from '../../../../commerce/order/operator.ts';
import { takingBackOf } from '../../../../commerce/order/service/withdrawal.ts';
import type { Lacks } from '../../../support/servers/upstreamClient.ts';
import { UpstreamOrder } from '../../../support/servers/upstreamOrder.ts';
import type { FaultName } from '../../../support/servers/upstreamServer.ts';
import { tenantId } from '../../../support/tenant/simulatedTenant.ts';

const byInvoice = { paymentMethodId: 'invoice-1', quantity: 120 };
const unanswered: FaultName[] = [
  'a time-out before it took effect',
  'a time-out after it took effect',
  '500 after it took effect',
  'half an answer',
];
const placesIn = ({ upstream }: UpstreamOrder): number =>
  upstream.calls.filter((call) => call === 'place').length;

describe('An order at a service', () => {
  let order: UpstreamOrder;
  beforeEach(async () => {
    order = await UpstreamOrder.make();
  });
  afterEach(() => order.drop());

  const lacking: [what: string, lacks: Lacks][] = [
    ['has all that can be had', {}],
    ['looks nothing up, but takes a repeat for the same order', { findOperation: true }],
    ['takes a repeat for another order, but can look it up', { repeatsSafely: true }],
    ['takes nothing back', { withdraw: true }],
    ['tells of no single users', { users: true }],
    ['only looks up', { repeatsSafely: true, withdraw: true, users: true }],
  ];
  for (const [what, lacks] of lacking) {
    describe(`that ${what}`, () => {
      beforeEach(async () => {
        order.service.lacks = lacks;
        await order.insert();
      });

      it('comes to its end', async () => {
        assert.deepEqual(await order.follow(), []);
        const { state, users } = await order.now();
        assert.equal(state, 'completed');
        assert.equal(users.moved, lacks.users ? undefined : users.total);
        assert.equal(placesIn(order), 1);
      });

      for (const name of unanswered) {
        it(`is one order after ${name}`, async () => {
          order.upstream.fail('place', name, 2);
          await order.follow();
          assert.equal((await order.now()).state, 'completed');
          assert.equal((await order.operations()).length, 1);
        });
      }
    });
  }

  it('that takes a repeat for another order is sent again only when the first can not arrive', async () => {
    order.service.lacks = { repeatsSafely: true };
    await order.insert();
    order.upstream.fail('place', 'a time-out before it took effect');
    await order.look();
    order.tenant.pass({ seconds: 119 });
    await order.look();
    assert.equal(placesIn(order), 1);
    const { nextCheckAt = '' } = await order.now();
    assert.equal(order.tenant.realNow.until(nextCheckAt).total('seconds'), 1);
    order.tenant.pass({ seconds: 1 });
    await order.look();
    assert.equal(placesIn(order), 2);
  });

  describe('that neither looks up nor tells repeats apart, after no answer', () => {
    beforeEach(async () => {
      order.service.lacks = { findOperation: true, repeatsSafely: true };
      await order.insert();
      order.upstream.fail('place', 'a time-out after it took effect');
      await order.follow(3);
    });

    it('is not sent again: people are told, once, and it goes on waiting for them', async () => {
      await order.follow(20);
      const { state, unclearSince, nextCheckAt } = await order.now();
      assert.equal(state, 'placed');
      assert.ok(unclearSince && nextCheckAt);
      assert.equal(placesIn(order), 1);
      assert.deepEqual(await order.kinds(), ['unclear']);
    });

    it('is not sent again when an operator has it looked at', async () => {
      const at = order.tenant.realNow.toString();
      await changeOrder(order.orders, order.id, (current) => retried(current, at, at) ?? current);
      await order.follow(3);
      assert.equal(placesIn(order), 1);
    });

    it('can not be taken back, since nobody knows whether it is there', async () => {
      const before = await order.now();
      assert.equal(takingBackOf(before, await order.service.capabilities(tenantId)), 'impossible');
      assert.deepEqual(await order.askBack(), before);
    });

    it('is followed once an operator has found it', async () => {
      const [operation] = (await order.operations()) as { id: string }[];
      const at = order.tenant.realNow.toString();
      const link = () =>
        tryToChangeOrder(order.orders, order.id, (current) =>
          linked(current, operation!.id, at, at),
        );
      assert.equal(await link(), true);
      assert.equal(await link(), false);
      await order.follow();
      const { state, unclearSince } = await order.now();
      assert.deepEqual([state, unclearSince], ['completed', undefined]);
    });

    it('ends once an operator has found that it is not there, and that is told', async () => {
      const at = order.tenant.realNow.toString();
      const end = () => tryToChangeOrder(order.orders, order.id, (current) => ended(current, at));
      assert.equal(await end(), true);
      assert.equal(await end(), false);
      const { state, nextCheckAt } = await order.now();
      assert.deepEqual([state, nextCheckAt], ['lapsed', undefined]);
      assert.deepEqual(await order.kinds(), ['unclear', 'lapsed']);
    });
  });

  describe('that takes nothing back', () => {
    beforeEach(async () => {
      order.service.lacks = { withdraw: true };
      await order.tenant.sandbox.setScenario(tenantId, 'credit-check');
      await order.insert(byInvoice);
    });
    const takingBack = async () =>
      takingBackOf(await order.now(), await order.service.capabilities(tenantId));

    it('can be taken back until it was sent', async () => {
      assert.equal(await takingBack(), 'possible');
      await order.askBack();
      await order.look();
      assert.equal((await order.now()).state, 'withdrawn');
      assert.equal(placesIn(order), 0);
    });

    it('can not be asked for back afterwards', async () => {
      await order.look();
      const before = await order.now();
      assert.equal(before.state, 'creditCheck');
      assert.equal(await takingBack(), 'impossible');
      assert.deepEqual(await order.askBack(), before);
    });

    it('that was asked for back before it was known to be there goes on, and that is told', async () => {
      order.upstream.fail('place', 'a time-out after it took effect');
      await order.look();
      await order.askBack();
      await order.look();
      const { withdrawal, operationId } = await order.now();
      assert.equal(withdrawal, undefined);
      assert.ok(operationId);
      assert.deepEqual(await order.kinds(), ['tooLateToWithdraw']);
    });
  });
});
