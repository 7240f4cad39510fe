import assert from 'node:assert/strict';
import { locales } from '../../locales/localiser.ts';
import { placeholders, sentences } from '../support/cards/strictLocaliser.ts';

/** What people may type: each language has its own words, and as many as it needs. */
const own = /^phrases\./;

const [en, sv] = locales.map(
  (locale) => new Map([...sentences(locale)].filter(([key]) => !own.test(key))),
) as [Map<string, string>, Map<string, string>];

describe('the two languages', () => {
  it('have the same sentences', () => {
    assert.deepEqual([...sv.keys()].sort(), [...en.keys()].sort());
  });

  it('have the same blanks in each sentence', () => {
    const blanksOf = (all: Map<string, string>): [string, string[]][] =>
      [...all].map(([key, text]): [string, string[]] => [key, placeholders(text)]).sort();
    assert.deepEqual(blanksOf(sv), blanksOf(en));
  });

  it('have list entries of the same kinds of phrases', () => {
    const groups = locales.map((locale) => [
      ...new Set(
        [...sentences(locale).keys()]
          .filter((key) => own.test(key))
          .map((key) => key.replace(/\.\d+$/, '')),
      ),
    ]);
    assert.deepEqual(groups[1]?.sort(), groups[0]?.sort());
  });

  it('have both forms of each plural', () => {
    for (const all of [en, sv]) {
      const alone = [...all.keys()].filter((key) => {
        const other = key.endsWith('_one') ? key.replace(/_one$/, '_other') : '';
        const one = key.endsWith('_other') ? key.replace(/_other$/, '_one') : '';
        return (other !== '' && !all.has(other)) || (one !== '' && !all.has(one));
      });
      assert.deepEqual(alone, []);
    }
  });

  it('have no empty sentence', () => {
    for (const locale of locales)
      assert.deepEqual(
        [...sentences(locale)].filter(([, text]) => text.trim() === ''),
        [],
      );
  });

  it('have no long sentence in common, so none was left untranslated', () => {
    const common = [...en].filter(
      ([key, text]) =>
        sv.get(key) === text &&
        text
          .replace(/\{\{[^}]*\}\}/g, '')
          .trim()
          .split(/\s+/).length > 3,
    );
    assert.deepEqual(common, []);
  });

  it('call the way by hand in every remedy as its button does', () => {
    const other = /(manual|manuella) (path|way|vägen)/i;
    for (const all of [en, sv]) {
      const remedies = [...all].filter(([key]) => /^reasons\..*\.(remedy|steps)/.test(key));
      const button = all.get('cards.common.manual') ?? assert.fail();
      assert.deepEqual(
        remedies.filter(([, text]) => other.test(text)),
        [],
      );
      assert.ok(remedies.some(([, text]) => text.includes(button)));
      assert.equal(all.get('cards.changeFrom.title'), button);
    }
  });

  it('promise no one but a person behind "support", who may be of our desk or Microsoft\'s', () => {
    for (const all of [en, sv]) {
      const steps = [...all].filter(([key]) => key.startsWith('answers.help.steps.'));
      const [, said] = steps.find(([, text]) => text.startsWith('support –')) ?? assert.fail();
      assert.doesNotMatch(said, /Microsoft/);
    }
  });
});
