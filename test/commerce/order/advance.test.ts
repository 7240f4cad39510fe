import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isFinal, type OrderState, orderStateSchema } from '../../../commerce/model/order.ts';
import { advance, progressed } from '../../../commerce/order/advance.ts';
import { transitions } from '../../../commerce/order/transitions.ts';
import { anOrder } from '../../support/storage/samples.ts';

const at = '2026-03-02T08:00:00Z';
const system = { at, by: 'system', event: 'operation.moved' };
const states = orderStateSchema.options;

describe('A step of an order', () => {
  it('brings the state, its audit entry, its notice and a new revision, all in one', () => {
    const before = anOrder({ revision: 3 });
    const after = advance(before, { ...system, to: 'completed' });
    assert.equal(after.state, 'completed');
    assert.equal(after.revision, 4);
    assert.equal(after.changedAt, at);
    assert.deepEqual(after.audit.slice(0, -1), before.audit);
    assert.deepEqual(after.audit.at(-1), { ...system, from: 'placed', to: 'completed' });
    const { conversation } = before;
    assert.deepEqual(after.notices, [{ kind: 'completed', conversation, status: 'pending', at }]);
  });

  it('leaves the order that it was made from as it was', () => {
    const before = anOrder();
    advance(before, { ...system, to: 'creditCheck' });
    assert.deepEqual(before, anOrder());
  });

  it('keeps earlier notices, whatever became of them', () => {
    const sent = { kind: 'creditCheckStarted', conversation: 'c', status: 'sent', at } as const;
    const order = anOrder({ state: 'creditCheck', notices: [sent] });
    const { notices } = advance(order, { ...system, to: 'completed' });
    assert.deepEqual(notices[0], sent);
    assert.deepEqual(
      notices.slice(1).map(({ kind, status }) => [kind, status]),
      [
        ['creditCheckApproved', 'pending'],
        ['completed', 'pending'],
      ],
    );
  });

  it('carries what the service told besides', () => {
    const users = { moved: 19, total: 20, failures: [{ userName: 'Bo', reason: 'x' }] };
    const to = 'completedWithUserErrors';
    const after = advance(anOrder(), { ...system, to }, { users, newSubscriptionId: 'new' });
    assert.deepEqual(after.users, users);
    assert.equal(after.newSubscriptionId, 'new');
  });

  it('keeps the code of a failure for support, in the order and in the audit', () => {
    const after = advance(anOrder(), { ...system, to: 'failed', code: 'ConversionFailed' });
    assert.equal(after.failureCode, 'ConversionFailed');
    assert.equal(after.audit.at(-1)?.code, 'ConversionFailed');
  });

  const nextCheckAt = '2026-03-02T08:00:07Z';
  for (const to of transitions.placed) {
    const wakes = !isFinal({ state: to });
    it(`${wakes ? 'keeps' : 'drops'} the next look when the order is ${to}`, () => {
      const after = advance(anOrder({ nextCheckAt }), { ...system, to });
      assert.equal(after.nextCheckAt, wakes ? nextCheckAt : undefined);
    });
  }

  it('is refused where the table has none', () => {
    for (const from of states) {
      for (const to of states.filter((state) => !transitions[from].includes(state))) {
        assert.throws(() => advance(anOrder({ state: from }), { ...system, to }), {
          code: 'order.illegal-transition',
        });
      }
    }
  });

  it('of any way through the table leaves an unbroken audit trail and a revision a step', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (choices) => {
        let order = anOrder();
        const visited: OrderState[] = ['placed'];
        for (const choice of choices) {
          const next = transitions[order.state];
          if (next.length === 0) break;
          order = advance(order, { ...system, to: next[choice % next.length]! });
          visited.push(order.state);
        }
        assert.deepEqual(
          order.audit.map(({ to }) => to),
          visited,
        );
        assert.deepEqual(
          order.audit.slice(1).map(({ from }) => from),
          visited.slice(0, -1),
        );
        assert.equal(order.revision, visited.length - 1);
      }),
    );
  });
});

describe('Progress within a state', () => {
  const moving = anOrder({ state: 'reassigning', revision: 2 });

  it('is a new revision, but no step: nothing is told and nothing audited', () => {
    const users = { moved: 7, total: 20, failures: [] };
    const after = progressed(moving, at, { users });
    assert.deepEqual(after, { ...moving, users, revision: 3, changedAt: at });
  });

  it('that says what is known already changes nothing', () => {
    assert.equal(progressed(moving, at, { users: { ...moving.users } }), moving);
  });
});
