import assert from 'node:assert/strict';
import { type Order, orderStateSchema } from '../../../commerce/model/order.ts';
import { noteDelays } from '../../../commerce/order/delays.ts';
import { anOrder } from '../../support/storage/samples.ts';

const placedAt = '2026-03-02T09:00:00Z';
const sincePlacing = (duration: Temporal.DurationLike) =>
  Temporal.Instant.from(placedAt).add(duration);
const running = (rest: Partial<Order> = {}) =>
  anOrder({ placedAt, state: 'provisioning', ...rest });
const told = (order: Order) => order.notices.map(({ kind }) => kind);

describe('An upgrade that takes long', () => {
  it('is nothing to tell within the hour', () => {
    const order = running();
    assert.equal(noteDelays(order, sincePlacing({ minutes: 59 })), order);
  });

  it('is told after an hour, and again after a day, each once', () => {
    const hour = noteDelays(running(), sincePlacing({ hours: 1 }));
    assert.deepEqual(told(hour), ['slow']);
    assert.equal(hour.revision, running().revision + 1);
    assert.equal(noteDelays(hour, sincePlacing({ hours: 23 })), hour);
    const day = noteDelays(hour, sincePlacing({ hours: 24 }));
    assert.deepEqual(told(day), ['slow', 'stuck']);
    assert.equal(noteDelays(day, sincePlacing({ hours: 100 })), day);
  });

  it('found after a day is told once', () => {
    const order = noteDelays(running(), sincePlacing({ hours: 30 }));
    assert.deepEqual(told(order), ['stuck']);
    assert.deepEqual(
      order.audit.slice(-2).map(({ event }) => event),
      ['order.slow', 'order.stuck'],
    );
  });

  it('is counted from the end of its credit check', () => {
    const approvedAt = sincePlacing({ hours: 30 }).toString();
    const order = running({
      audit: [
        ...running().audit,
        { at: approvedAt, by: 'system', event: 'x', from: 'creditCheck', to: 'provisioning' },
      ],
    });
    assert.deepEqual(told(noteDelays(order, sincePlacing({ hours: 30, minutes: 59 }))), []);
    assert.deepEqual(told(noteDelays(order, sincePlacing({ hours: 31 }))), ['slow']);
  });

  for (const state of orderStateSchema.options) {
    const tells = ['placed', 'provisioning', 'reassigning', 'cancellingOld'].includes(state);
    it(`is ${tells ? '' : 'not '}told in state ${state}`, () => {
      assert.equal(
        told(noteDelays(running({ state }), sincePlacing({ hours: 2 }))).length > 0,
        tells,
      );
    });
  }
});
