import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type ErrorCode, errorKinds, UpgraderaError } from '../../commerce/base/errors.ts';
import { locales, localiser } from '../../locales/localiser.ts';

describe('the sentence of every error', () => {
  for (const locale of locales) {
    it(`is there in ${locale}: what happened, what was kept, what to do`, () => {
      for (const code of Object.keys(errorKinds) as ErrorCode[]) {
        const sentence = localiser(locale).t(new UpgraderaError(code, 'detail').localeKey);
        const count = sentence.split(/[.!?](?: |$)/).filter(Boolean).length;
        assert(count >= 2, `${code}: ${sentence}`);
        assert.doesNotMatch(sentence, /detail|\{\{/);
      }
    });
  }

  it('has no sentence for what is no error', () => {
    for (const locale of locales) {
      const path = new URL(`../../locales/${locale}.json`, import.meta.url);
      const { errors } = JSON.parse(readFileSync(path, 'utf8'));
      const codes = Object.entries<object>(errors).flatMap(([group, sentences]) =>
        Object.keys(sentences).map((name) => `${group}.${name}`),
      );
      assert.deepEqual(codes.sort(), Object.keys(errorKinds).sort());
    }
  });
});
