import assert from 'node:assert/strict';
import { comparedPlans } from '../../understanding/comparedPlans.ts';

const onOffer = [
  'Office 365 E1',
  'Microsoft 365 Business Premium',
  'Office 365 E3',
  'Office 365 E5',
  'Microsoft 365 E3',
  'Microsoft 365 E5',
].map((name) => ({ choice: name, name }));
const suites = ['Microsoft 365 E3', 'Microsoft 365 E5'];

const said: [text: string, names: string[], guessed?: boolean][] = [
  ['E1 and Business Premium', ['Office 365 E1', 'Microsoft 365 Business Premium']],
  ['E1 next to premium', ['Office 365 E1', 'Microsoft 365 Business Premium']],
  ['premium bredvid E1', ['Microsoft 365 Business Premium', 'Office 365 E1']],
  ['2 and 5', ['Microsoft 365 Business Premium', 'Microsoft 365 E3']],
  ['nr 2 och nr 5', ['Microsoft 365 Business Premium', 'Microsoft 365 E3']],
  ['the first vs the third', ['Office 365 E1', 'Office 365 E3']],
  ['tvåan å trean', ['Microsoft 365 Business Premium', 'Office 365 E3']],
  ['E3 vs E5', suites, true],
  [
    'what tells Microsoft 365 E3 apart from Business Premium, in short',
    ['Microsoft 365 E3', 'Microsoft 365 Business Premium'],
  ],
  [
    'lägg E1 i en tabell intill premium åt mig',
    ['Office 365 E1', 'Microsoft 365 Business Premium'],
  ],
  ['apples and pears', []],
];

describe('Plans that are to be compared', () => {
  for (const [text, names, guessed = false] of said) {
    it(`are told by name and by place: "${text}"`, () => {
      const { plans, ...rest } = comparedPlans(text, onOffer);
      assert.deepEqual(
        plans.map(({ name }) => name),
        names,
      );
      assert.equal(rest.guessed, guessed);
    });
  }
});
