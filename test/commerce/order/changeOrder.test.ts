import assert from 'node:assert/strict';
import sinon from 'sinon';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import type { Order } from '../../../commerce/model/order.ts';
import { changeOrder } from '../../../commerce/order/changeOrder.ts';
import type { OrderRepository } from '../../../commerce/ports/repositories.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { anOrder } from '../../support/storage/samples.ts';

const { id } = anOrder();
const note = (by: string) => (order: Order) => ({
  ...order,
  audit: [...order.audit, { at: order.placedAt, by, event: 'noted', to: order.state }],
});

describe('Changing an order', () => {
  let place: LowdbPlace;
  let orders: OrderRepository;
  beforeEach(async () => {
    place = await LowdbPlace.make();
    ({ orders } = await place.openStorage());
    await orders.insert(anOrder());
  });
  afterEach(async () => {
    sinon.restore();
    await place.drop();
  });

  it('loses none of several changes at once', async () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    await Promise.all(people.map((by) => changeOrder(orders, id, note(by))));
    const stored = await orders.get(id);
    assert.equal(stored?.version, 1 + people.length);
    assert.deepEqual(
      stored?.value.audit
        .slice(1)
        .map(({ by }) => by)
        .sort(),
      people,
    );
  });

  it('gives back what is stored then', async () => {
    const changed = await changeOrder(orders, id, note('a'));
    assert.deepEqual((await orders.get(id))?.value, changed);
  });

  it('that changes nothing writes nothing', async () => {
    await changeOrder(orders, id, (order) => order);
    assert.equal((await orders.get(id))?.version, 1);
  });

  it('is refused for an order that does not exist', async () => {
    const change = sinon.spy(note('a'));
    await assert.rejects(changeOrder(orders, 'UPG-99999999', change), { code: 'order.unknown' });
    assert.equal(change.callCount, 0);
  });

  it('gives up when somebody else is always faster', async () => {
    const replace = sinon.stub(orders, 'replace').rejects(new UpgraderaError('storage.conflict'));
    await assert.rejects(changeOrder(orders, id, note('a')), { code: 'storage.conflict' });
    assert.equal(replace.callCount, 10);
  });

  it('does not try again when the storage fails in another way', async () => {
    const replace = sinon
      .stub(orders, 'replace')
      .rejects(new UpgraderaError('storage.unavailable'));
    await assert.rejects(changeOrder(orders, id, note('a')), { code: 'storage.unavailable' });
    assert.equal(replace.callCount, 1);
  });
});
