import assert from 'node:assert/strict';
import { diagnose } from '../../../commerce/diagnosis/diagnose.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { Warning } from '../../../commerce/diagnosis/warning.ts';
import { warnings } from '../../../commerce/diagnosis/warnings.ts';
import { clearFacts } from '../../support/tenant/clearFacts.ts';

const { subscription } = clearFacts;
const separate = (redundant: boolean) => ({
  addOns: [{ name: 'Visio', subscriptionId: 'a', fate: 'separate' as const, redundant }],
});

const cases: [what: string, change: Partial<Facts>, expected: Warning[]][] = [
  ['nothing', {}, []],
  [
    'a second plan',
    { otherPlans: ['Office 365 E1'] },
    [{ code: 'SECOND_PLAN', values: { names: 'Office 365 E1' } }],
  ],
  [
    'six other plans, of which four are named',
    { otherPlans: ['A', 'B', 'C', 'D', 'E', 'F'] },
    [{ code: 'SECOND_PLAN', values: { names: 'A, B, C, D', more: 2, context: 'more' } }],
  ],
  [
    'an add-on that stays',
    separate(false),
    [{ code: 'ADD_ONS_SEPARATE', values: { names: 'Visio' } }],
  ],
  [
    'an add-on that would be paid twice',
    separate(true),
    [{ code: 'ADD_ONS_REDUNDANT', values: { names: 'Visio' } }],
  ],
  [
    'a discount that ends',
    { subscription: { ...subscription, rampedDiscount: true } },
    [{ code: 'RAMPED_DISCOUNT', values: {} }],
  ],
  [
    'a planned change of the customer’s own',
    {
      subscription: { ...subscription, scheduledChange: { on: '2026-12-01', by: 'customer' } },
    },
    [{ code: 'OWN_CHANGE_LOST', values: { on: '2026-12-01' } }],
  ],
  [
    'services that come back on',
    {
      subscription: {
        ...subscription,
        turnedOff: [
          { name: 'SharePoint Online', users: 50 },
          { name: 'Microsoft Teams', users: 5 },
        ],
      },
    },
    [
      {
        code: 'SERVICES_TURNED_ON',
        values: { names: 'SharePoint Online (50), Microsoft Teams (5)' },
      },
    ],
  ],
  [
    'groups that give licenses, the first of many by name',
    {
      subscription: {
        ...subscription,
        groups: ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => ({ name, users: 2 })),
      },
    },
    [
      {
        code: 'GROUP_LICENSES',
        values: { names: 'A (2), B (2), C (2), D (2)', more: 2, context: 'more' },
      },
    ],
  ],
];

describe('Warnings', () => {
  for (const [what, change, expected] of cases) {
    it(`tell of ${what}, and stop nothing`, () => {
      const facts = { ...clearFacts, ...change };
      assert.deepEqual(warnings(facts), expected);
      assert.deepEqual(diagnose(facts), []);
    });
  }
});
