/**
 * What `npm test` runs. By hand, what a change needs first: tests that need no other process, no
 * browser and no database, on two cores. After `npm ci` in one go, as `npm cit`, and in continuous
 * integration: all tests, one after the other.
 */
import always from '../.mocharc.json' with { type: 'json' };

const quickly = { parallel: true, jobs: 2, ignore: ['test/**/*.slow.test.ts'] };

/** @param {Record<string, string | undefined>} environment */
export function optionsFor({ CI, npm_command }) {
  const isAll = (CI ?? '') !== '' || npm_command === 'install-ci-test';
  return { ...always, ...(isAll ? {} : quickly) };
}

export default optionsFor(process.env);
