import assert from 'node:assert/strict';
import { licensingOf } from '../../../microsoft/graph/licensing.ts';
import type { GraphUser } from '../../../microsoft/graph/reads.ts';

const user = (...states: [skuId: string, disabled: string[], group?: string][]): GraphUser => ({
  id: 'user',
  licenseAssignmentStates: states.map(([skuId, disabledPlans, assignedByGroup = null]) => ({
    skuId,
    disabledPlans,
    assignedByGroup,
  })),
});
const named = (id: string): string => id.toUpperCase();

describe('how licences are given', () => {
  it('is counted by service and by group, the most users first', () => {
    const users = [
      user(['a', ['x'], 'g1']),
      user(['a', ['x', 'y'], 'g2']),
      user(['a', ['y'], 'g2']),
      user(['a', ['x']]),
    ];
    assert.deepEqual(licensingOf(users, 'a', named), {
      turnedOff: [
        { name: 'X', users: 3 },
        { name: 'Y', users: 2 },
      ],
      groups: [
        { name: 'g2', users: 2 },
        { name: 'g1', users: 1 },
      ],
    });
  });

  it('leaves out other products, and what one of several assignments has turned on', () => {
    const users = [user(['b', ['x'], 'g1']), user(['a', ['x', 'y'], 'g1'], ['a', ['y']])];
    assert.deepEqual(licensingOf(users, 'a', named), {
      turnedOff: [{ name: 'Y', users: 1 }],
      groups: [{ name: 'g1', users: 1 }],
    });
  });

  it('is nothing where Graph says nothing', () => {
    const silent = { turnedOff: [], groups: [] };
    assert.deepEqual(licensingOf([{ id: 'user' }, user()], 'a', named), silent);
  });
});
