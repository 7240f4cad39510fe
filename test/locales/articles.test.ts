import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { commandNames } from '../../dialogs/root/commands.ts';
import { loadArticles } from '../../locales/articles.ts';
import { locales } from '../../locales/localiser.ts';
import { loadQuestions } from '../../locales/questions.ts';
import { wordsOf } from '../../locales/words.ts';
import { ArticleFinder } from '../../understanding/articles/articleFinder.ts';
import { match } from '../../understanding/phrases.ts';
import { understandPurchase } from '../../understanding/purchaseText.ts';

const articles = loadArticles();
const folder = join(import.meta.dirname, '../../locales/articles');
const stepPhrases = [
  'change.items',
  'change.payment',
  'change.soldTo',
  'compare',
  'placeOrder',
  'recheck',
];

describe('the articles', () => {
  it('are 52, each with a slug and a title of its own', () => {
    const own = (values: string[]) => new Set(values).size;
    assert.equal(articles.length, 52);
    assert.equal(own(articles.map(({ slug }) => slug)), 52);
    for (const locale of locales) {
      assert.equal(own(articles.map((article) => article[locale].title)), 52);
    }
  });

  const questions = new ArticleFinder(articles, loadQuestions());
  const understood = (text: string): boolean =>
    [...commandNames, ...stepPhrases].some((key) => match(text, key) !== undefined) ||
    understandPurchase(text).terms !== undefined ||
    questions.find(text) !== undefined;

  for (const article of articles) {
    const { slug } = article;
    describe(slug, () => {
      it('is the name of a file of at most 6 KB', () => {
        assert.ok(statSync(join(folder, `${slug}.json`)).size <= 6 * 1024);
      });

      it('says the same in every language, in as many parts', () => {
        const [first, ...others] = locales.map((locale) => {
          const { paragraphs, steps = [], notes = [] } = article[locale];
          return [paragraphs.length, steps.length, notes.length];
        });
        for (const other of others) assert.deepEqual(other, first);
      });

      for (const locale of locales) {
        const { title, paragraphs, steps = [], notes = [] } = article[locale];
        const told = [...paragraphs, ...steps, ...notes];

        it(`is short in ${locale}, two to ten parts of at most 400 letters`, () => {
          assert.ok(told.length >= 2 && told.length <= 10, String(told.length));
          assert.deepEqual(
            told.filter((part) => part.length > 400),
            [],
          );
        });

        it(`has no Markdown in ${locale}`, () => {
          for (const text of [title, ...told]) assert.doesNotMatch(text, /[*_`#[\]]/);
        });

        it(`names only things to type in ${locale} that are understood`, () => {
          const said = told.flatMap((part) =>
            [...part.matchAll(/(?:type|skriv(?:er du|er|a)?)(?: sedan| då)? [“”]([^“”]+)”/gi)].map(
              ([, text]) => text!,
            ),
          );
          assert.deepEqual(
            said.filter((text) => !understood(text)),
            [],
          );
        });
      }
    });
  }
});

describe('the words of the search', () => {
  for (const locale of locales) {
    it(`stand in one group of like words each, in ${locale}`, () => {
      const all = wordsOf[locale].same.flat();
      assert.deepEqual(
        all.filter((word, at) => all.indexOf(word) !== at),
        [],
      );
    });
  }
});
