import assert from 'node:assert/strict';
import { Spelling } from '../../../understanding/articles/spelling.ts';

describe('A word with a slip', () => {
  const spelling = new Spelling(['invoice', 'credit', 'plan', 'compute'], ['printer', 'computer']);
  const cases: [said: string, meant: string][] = [
    ['invioce', 'invoice'],
    ['invoce', 'invoice'],
    ['invoicee', 'invoice'],
    ['invouce', 'invoice'],
    ['credti', 'credit'],
    ['credit', 'credit'],
    ['computer', 'computer'],
    ['priinter', 'priinter'],
    ['paln', 'paln'],
    ['invoxxe', 'invoxxe'],
    ['', ''],
  ];
  for (const [said, meant] of cases) {
    it(`"${said}" is read as "${meant}"`, () => {
      assert.equal(spelling.meant(said), meant);
    });
  }
});
