import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const data = join(root, 'commerce/catalog/data/plans.json');

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'catalog/build.ts'), ...args], { encoding: 'utf8' });

describe('npm run catalog', () => {
  const refused: [what: string, args: string[], status: number, says: RegExp][] = [
    ['without a file', [], 2, /Say which file/],
    ['with a file that is not there', [join(root, 'nowhere.csv')], 1, /nowhere\.csv/],
    ['with a file that is no product table', [join(root, 'LICENSE')], 1, /columns are not/],
  ];
  for (const [what, args, status, says] of refused) {
    it(`${what} says what is wrong in one line and leaves the catalogue as it is`, () => {
      const before = readFileSync(data, 'utf8');
      const result = run(...args);
      assert.equal(result.status, status);
      assert.match(result.stderr, says);
      assert.equal(result.stderr.trim().split('\n').length, 1);
      assert.equal(result.stdout, '');
      assert.equal(readFileSync(data, 'utf8'), before);
    });
  }
});
