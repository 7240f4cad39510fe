import assert from 'node:assert/strict';
import { type ErrorCode, errorKinds, UpgraderaError } from '../../commerce/errors.ts';
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
      const { list } = localiser(locale);
      const tree = list('errors') as unknown as Record<string, Record<string, string>>;
      const codes = Object.entries(tree).flatMap(([group, sentences]) =>
        Object.keys(sentences).map((name) => `${group}.${name}`),
      );
      assert.deepEqual(codes.sort(), Object.keys(errorKinds).sort());
    }
  });
});
