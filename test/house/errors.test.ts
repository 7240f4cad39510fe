import assert from 'node:assert/strict';
import { errorKinds } from '../../commerce/base/errors.ts';
import { locales, localiser } from '../../locales/localiser.ts';
import { sources } from './projectFiles.ts';

describe('the errors of the house', () => {
  for (const code of Object.keys(errorKinds)) {
    it(`${code} has a sentence in every language`, () => {
      for (const locale of locales) {
        const { has, t } = localiser(locale);
        assert.ok(has(`errors.${code}`), locale);
        assert.ok(t(`errors.${code}`).length > 0, locale);
      }
    });

    it(`${code} is thrown somewhere`, () => {
      const users = sources.filter(
        ({ path, text }) => path !== 'commerce/base/errors.ts' && text.includes(`'${code}'`),
      );
      assert.notDeepEqual(users, []);
    });
  }
});
