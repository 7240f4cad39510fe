import assert from 'node:assert/strict';
import { findByName } from '../../understanding/findByName.ts';

const named = (...names: string[]) => names.map((name) => ({ choice: name, name }));

const plans = named(
  'Office 365 E3',
  'Microsoft 365 Business Premium',
  'Microsoft 365 E3',
  'Microsoft 365 E3 (no Teams)',
  'Microsoft 365 E5',
  'Microsoft 365 E5 (no Teams)',
);

describe('A plan that is named in a text', () => {
  const found: [text: string, name: string][] = [
    ['Microsoft 365 E3', 'Microsoft 365 E3'],
    ['microsoft 365 e3', 'Microsoft 365 E3'],
    ['Microsoft 365 E3!', 'Microsoft 365 E3'],
    ['E3 Microsoft', 'Microsoft 365 E3'],
    ['Office E3', 'Office 365 E3'],
    ['premium', 'Microsoft 365 Business Premium'],
    ['Business Premium', 'Microsoft 365 Business Premium'],
    ['“Business Premium”', 'Microsoft 365 Business Premium'],
    ['E5', 'Microsoft 365 E5'],
    ['E5 no Teams', 'Microsoft 365 E5 (no Teams)'],
    ['e3 (no teams)', 'Microsoft 365 E3 (no Teams)'],
    ['Microsoft 365 E3 (no Teams)', 'Microsoft 365 E3 (no Teams)'],
    ['1', 'Office 365 E3'],
    ['2', 'Microsoft 365 Business Premium'],
    ['6', 'Microsoft 365 E5 (no Teams)'],
    ['the cheapest', 'Office 365 E3'],
    ['Cheapest, please', 'Office 365 E3'],
    ['the first one', 'Office 365 E3'],
    ['den billigaste', 'Office 365 E3'],
  ];
  for (const [text, name] of found) {
    it(`"${text}" is ${name}`, () => {
      assert.deepEqual(findByName(text, plans), { found: { choice: name, name } });
    });
  }

  const several: [text: string, names: string[]][] = [
    ['E3', ['Office 365 E3', 'Microsoft 365 E3']],
    ['365 e3', ['Office 365 E3', 'Microsoft 365 E3']],
    ['Microsoft 365', ['Microsoft 365 E3', 'Microsoft 365 E5']],
    ['no Teams', ['Microsoft 365 E3 (no Teams)', 'Microsoft 365 E5 (no Teams)']],
  ];
  for (const [text, names] of several) {
    it(`"${text}" could be ${names.join(' or ')}`, () => {
      assert.deepEqual(findByName(text, plans), { several: named(...names) });
    });
  }

  for (const text of [
    '',
    '?',
    'E7',
    'prem',
    'E',
    '7',
    '0',
    '99',
    '-1',
    '1.5',
    '365 365 e9',
    'constructor',
  ]) {
    it(`"${text}" is none`, () => {
      assert.deepEqual(findByName(text, plans), { none: true });
    });
  }

  it('is none of no plans', () => {
    for (const text of ['1', 'cheapest', 'E3'])
      assert.deepEqual(findByName(text, []), { none: true });
  });

  it('could be either of two with the same name', () => {
    const twins = [
      { choice: 'a', name: 'Business Basic' },
      { choice: 'b', name: 'Business Basic' },
    ];
    assert.deepEqual(findByName('business basic', twins), { several: twins });
    assert.deepEqual(findByName('2', twins), { found: twins[1] });
  });

  it('may have letters beyond A to Z', () => {
    const [plan] = named('Företag Å');
    assert.deepEqual(findByName('FÖRETAG', [plan!]), { found: plan });
  });
});
