import assert from 'node:assert/strict';
import { isPostalCode } from '../../../commerce/base/postalCode.ts';

const cases: [code: string, country: string, good: boolean][] = [
  ['411 08', 'SE', true],
  ['41108', 'SE', true],
  ['4110', 'SE', false],
  ['98052-6399', 'US', true],
  ['411 08', 'US', false],
  ['SW1A 1AA', 'GB', true],
  ['1012 AB', 'NL', true],
  ['10115', 'DE', true],
  ['', 'DE', false],
  ['anything', 'XX', true],
];

describe('A postal code', () => {
  for (const [code, country, good] of cases) {
    it(`${code || 'that is empty'} is ${good ? 'one' : 'none'} of ${country}`, () => {
      assert.equal(isPostalCode(code, country), good);
    });
  }
});
