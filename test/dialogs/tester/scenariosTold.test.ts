import assert from 'node:assert/strict';
import { scenariosToldOf } from '../../../dialogs/tester/scenariosTold.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { scenarios } from '../../../sandbox/scenarios/scenarioList.ts';

/** Characters that a phone shows in two lines at most. */
const longest = 80;
const names = scenarios.map(({ name }) => name);

describe('The scenarios that a tester is told of', () => {
  for (const locale of locales) {
    const l = localiser(locale);
    const { whole, stopped } = scenariosToldOf(names, l);
    const lines = l.t('dialogs.tester.scenarios', { whole, stopped }).split('\n');
    const listed = lines.filter((line) => line.startsWith('• '));

    it(`have a line each, of few words that say what they show, in ${locale}`, () => {
      const told = listed.map((line) => /^• (\S+) – \S.+$/.exec(line)?.[1]);
      assert.deepEqual(told.toSorted(), names.toSorted());
      assert.deepEqual(
        lines.filter((line) => line.length > longest || line.includes('{{')),
        [],
      );
    });

    it(`stand apart: those that go through, and those that a reason stops, in ${locale}`, () => {
      assert.match(whole, /^• happy – /);
      assert.match(stopped, /^• license-conflict – /m);
      assert.ok(stopped.includes(l.t('reasons.LICENSE_CONFLICT.title')));
      assert.ok(lines.indexOf('') > 0);
    });
  }
});
