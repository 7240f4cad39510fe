import assert from 'node:assert/strict';
import sinon from 'sinon';
import { UpstreamOrder } from '../../../support/servers/upstreamOrder.ts';
import { type FaultName, faults, type Method } from '../../../support/servers/upstreamServer.ts';

describe('An order whose sales service fails', () => {
  let order: UpstreamOrder;
  beforeEach(async () => {
    order = await UpstreamOrder.make();
  });
  afterEach(() => order.drop());

  const names = Object.keys(faults) as FaultName[];
  const methods: Method[] = ['findOperation', 'place', 'operation'];
  for (const method of methods) {
    for (const name of names) {
      it(`ends well and is one order at the service after ${name} of ${method}`, async () => {
        await order.insert();
        if (method === 'findOperation')
          order.upstream.fail('place', 'a reset before it took effect');
        order.upstream.fail(method, name);
        const errors = await order.follow();
        assert.equal((await order.now()).state, 'completed');
        assert.equal((await order.operations()).length, 1);
        assert.ok(errors.length > 0 || name === 'a slow answer');
      });

      it(`is one order at the service after ${name} of ${method}, three times`, async () => {
        await order.insert();
        if (method === 'findOperation')
          order.upstream.fail('place', 'a reset before it took effect');
        order.upstream.fail(method, name, 3);
        await order.follow();
        assert.equal((await order.now()).state, 'completed');
        assert.equal((await order.operations()).length, 1);
      });
    }
  }

  it('is looked up before it is placed again, each time', async () => {
    await order.insert();
    order.upstream.fail('place', 'a time-out after it took effect');
    await order.follow(2);
    assert.deepEqual(order.upstream.calls.slice(0, 3), ['place', 'findOperation', 'operation']);
  });

  it('says since when it is sent, each time but the first', async () => {
    const place = sinon.spy(order.service, 'place');
    await order.insert();
    order.upstream.fail('place', 'a reset before it took effect', 2);
    const begun = order.tenant.realNow.toString();
    await order.follow();
    const told = place.args.map(([request]) => request.firstSentAt);
    assert.deepEqual(told, [undefined, begun, begun]);
  });

  it('waits as long as the service asks for', async () => {
    await order.insert();
    order.upstream.fail('place', '429 with Retry-After');
    while (!order.upstream.calls.includes('place')) await order.look();
    const { nextCheckAt } = await order.now();
    assert.equal(nextCheckAt, order.tenant.realNow.add({ seconds: 70 }).toString());
  });

  it('stops for good when the service refuses it', async () => {
    await order.insert({ quantity: 1 });
    await order.follow();
    const { state, failureCode } = await order.now();
    assert.deepEqual([state, failureCode], ['failed', 'QuantityTooLow']);
    assert.deepEqual(await order.operations(), []);
  });

  it('is told about after an hour and after a day of outage, once each', async () => {
    await order.insert();
    order.upstream.fail('place', '500 before it took effect', 1_000);
    order.upstream.fail('findOperation', '500 before it took effect', 1_000);
    for (const minutes of [1, 58, 2, 60, 22 * 60, 1, 6 * 60]) {
      order.tenant.pass({ minutes });
      await order.look();
    }
    const { notices, audit, state, placedAt } = await order.now();
    assert.equal(state, 'placed');
    assert.deepEqual(
      notices.map(({ kind }) => kind),
      ['slow', 'stuck'],
    );
    const told = audit.filter(({ event }) => /slow|stuck/.test(event));
    const hours = told.map(({ at }) =>
      Math.floor(Temporal.Instant.from(at).since(placedAt).total('hours')),
    );
    assert.deepEqual(hours, [1, 24]);
    assert.deepEqual(await order.operations(), []);
  });
});
