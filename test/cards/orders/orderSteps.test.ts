import assert from 'node:assert/strict';
import { orderSteps } from '../../../cards/orders/orderSteps.ts';
import type { OrderState } from '../../../commerce/model/order.ts';
import { manyFailures, orderIn } from '../../support/cards/sampleData.ts';

describe('the steps of an order', () => {
  const cases: [state: OrderState, last: OrderState | undefined, marks: string][] = [
    [
      'placed',
      undefined,
      'placed now, provisioning ahead, reassigning ahead, cancellingOld ahead, completed ahead',
    ],
    [
      'creditCheck',
      undefined,
      'placed done, creditCheck now, provisioning ahead, reassigning ahead, cancellingOld ahead, completed ahead',
    ],
    [
      'reassigning',
      undefined,
      'placed done, creditCheck done, provisioning done, reassigning now, cancellingOld ahead, completed ahead',
    ],
    [
      'completed',
      'cancellingOld',
      'placed done, creditCheck done, provisioning done, reassigning done, cancellingOld done, completed done',
    ],
    [
      'completedWithUserErrors',
      'cancellingOld',
      'placed done, creditCheck done, provisioning done, reassigning partly, cancellingOld done, completed done',
    ],
    [
      'declined',
      'creditCheck',
      'placed done, creditCheck stopped, provisioning ahead, reassigning ahead, cancellingOld ahead, completed ahead',
    ],
    [
      'declined',
      'placed',
      'placed stopped, provisioning ahead, reassigning ahead, cancellingOld ahead, completed ahead',
    ],
    [
      'withdrawn',
      'creditCheck',
      'placed done, creditCheck stopped, provisioning ahead, reassigning ahead, cancellingOld ahead, completed ahead',
    ],
    [
      'failed',
      'provisioning',
      'placed done, creditCheck done, provisioning stopped, reassigning ahead, cancellingOld ahead, completed ahead',
    ],
  ];
  for (const [state, last, marks] of cases) {
    it(`are right when ${state}${last ? ` after ${last}` : ''}`, () => {
      const steps = orderSteps(orderIn(state, last)).map(({ step, mark }) => `${step} ${mark}`);
      assert.equal(steps.join(', '), marks);
    });
  }

  it('are partly done for users as soon as some are left behind', () => {
    const steps = orderSteps({ ...orderIn('cancellingOld'), users: manyFailures });
    const marks = steps.map(({ step, mark }) => `${step} ${mark}`).slice(-3);
    assert.deepEqual(marks, ['reassigning partly', 'cancellingOld now', 'completed ahead']);
  });
});
