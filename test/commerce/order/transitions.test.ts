import assert from 'node:assert/strict';
import { finalStates, type OrderState, orderStateSchema } from '../../../commerce/model/order.ts';
import { noticesOf, transitions } from '../../../commerce/order/transitions.ts';

const states = orderStateSchema.options;

/** Every state that can come after `from`, in any number of steps. */
function reachableFrom(from: OrderState): Set<OrderState> {
  const found = new Set<OrderState>();
  const waiting = [...transitions[from]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...transitions[next]);
  }
  return found;
}

describe('The life of an order', () => {
  it('reaches every state from one of the two first ones', () => {
    const first = ['placed', 'awaitingPurchase'] as const;
    const reached = new Set([...first.flatMap((state) => [...reachableFrom(state)]), ...first]);
    assert.deepEqual([...reached].sort(), [...states].sort());
  });

  for (const state of states.filter((one) => !finalStates.includes(one))) {
    it(`can end well and badly after ${state}`, () => {
      const reached = reachableFrom(state);
      for (const end of ['completed', 'completedWithUserErrors', 'failed'] as const) {
        assert.ok(reached.has(end), end);
      }
    });
  }

  for (const state of finalStates) {
    it(`does not go on after ${state}`, () => {
      assert.deepEqual(transitions[state], []);
    });
  }

  for (const state of states) {
    it(`never comes back to ${state}`, () => {
      assert.ok(!reachableFrom(state).has(state));
    });
  }

  it('can be declined only before anything was done', () => {
    const before = states.filter((state) => transitions[state].includes('declined'));
    assert.deepEqual(before, ['placed', 'creditCheck']);
  });

  it('lists no step twice', () => {
    for (const state of states) {
      assert.equal(new Set(transitions[state]).size, transitions[state].length, state);
    }
  });
});

describe('What people are told of a step', () => {
  const told: [from: OrderState, to: OrderState, kinds: string[]][] = [
    ['placed', 'creditCheck', ['creditCheckStarted']],
    ['placed', 'provisioning', []],
    ['placed', 'declined', ['declined']],
    ['placed', 'failed', ['failed']],
    ['placed', 'completed', ['completed']],
    ['creditCheck', 'provisioning', ['creditCheckApproved']],
    ['creditCheck', 'reassigning', ['creditCheckApproved']],
    ['creditCheck', 'cancellingOld', ['creditCheckApproved']],
    ['creditCheck', 'completed', ['creditCheckApproved', 'completed']],
    ['creditCheck', 'completedWithUserErrors', ['creditCheckApproved', 'completedWithUserErrors']],
    ['creditCheck', 'declined', ['declined']],
    ['creditCheck', 'failed', ['failed']],
    ['provisioning', 'reassigning', []],
    ['reassigning', 'cancellingOld', []],
    ['cancellingOld', 'completed', ['completed']],
    ['cancellingOld', 'completedWithUserErrors', ['completedWithUserErrors']],
    ['reassigning', 'failed', ['failed']],
    ['awaitingPurchase', 'provisioning', ['purchaseSeen']],
    ['awaitingPurchase', 'cancellingOld', ['purchaseSeen']],
    ['awaitingPurchase', 'completed', ['completed']],
    ['awaitingPurchase', 'lapsed', ['lapsed']],
  ];
  for (const [from, to, kinds] of told) {
    it(`${from} → ${to}: ${kinds.join(', ') || 'nothing'}`, () => {
      assert.ok(transitions[from].includes(to));
      assert.deepEqual(noticesOf(from, to), kinds);
    });
  }

  it('is never silence at the end, unless somebody has just said so themselves', () => {
    for (const from of states) {
      for (const to of transitions[from].filter((state) => finalStates.includes(state))) {
        const isSaid = from === 'awaitingPurchase' && to === 'withdrawn';
        assert.equal(noticesOf(from, to).length > 0, !isSaid, `${from} → ${to}`);
      }
    }
  });
});
