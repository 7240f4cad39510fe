import assert from 'node:assert/strict';
import { errorKinds } from '../../commerce/base/errors.ts';
import { locales, localiser } from '../../locales/localiser.ts';
import { scripts } from './projectFiles.ts';

const codes = Object.keys(errorKinds);

describe('the errors of the house', () => {
  for (const locale of locales) {
    it(`have a sentence each in ${locale}`, () => {
      const { has, t } = localiser(locale);
      const silent = codes.filter((code) => !has(`errors.${code}`) || t(`errors.${code}`) === '');
      assert.deepEqual(silent, []);
    });
  }

  it('are thrown somewhere each, be it by the client of a service that tests bring', () => {
    const others = scripts.filter(
      ({ path }) => path !== 'commerce/base/errors.ts' && !/^test\/(?!support\/)/.test(path),
    );
    const unused = codes.filter((code) => !others.some(({ text }) => text.includes(`'${code}'`)));
    assert.deepEqual(unused, []);
  });
});
