import assert from 'node:assert/strict';
import { isFinal, orderSchema, orderStateSchema } from '../../../commerce/model/order.ts';
import { anOrder } from '../../support/storage/samples.ts';

describe('An order', () => {
  it('is at its end in six states', () => {
    const ends = orderStateSchema.options.filter((state) => isFinal({ state }));
    assert.deepEqual(ends, [
      'completed',
      'completedWithUserErrors',
      'declined',
      'withdrawn',
      'lapsed',
      'failed',
    ]);
  });

  const refused: [what: string, change: Record<string, unknown>][] = [
    ['a reference with a letter that is misread', { id: 'UPG-0000000I' }],
    ['a fraction of a cent', { dueToday: 12.5 }],
    ['a negative charge', { perPeriod: -1 }],
    ['no licences', { quantity: 0 }],
    ['a state that does not exist', { state: 'cancelled' }],
    ['a time without a zone', { nextCheckAt: '2026-03-01T09:00:00' }],
    ['another version', { v: 2 }],
  ];
  for (const [what, change] of refused) {
    it(`has never ${what}`, () => {
      assert.equal(orderSchema.safeParse(anOrder()).success, true);
      assert.equal(orderSchema.safeParse({ ...anOrder(), ...change }).success, false);
    });
  }
});
