import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { commandNames } from '../../dialogs/root/subFlows.ts';
import { loadArticles } from '../../locales/articles.ts';
import { locales } from '../../locales/localiser.ts';
import { loadQuestions } from '../../locales/questions.ts';
import { wordsOf } from '../../locales/words.ts';
import { ArticleFinder } from '../../understanding/articles/articleFinder.ts';
import { match } from '../../understanding/phrases.ts';
import { understand } from '../../understanding/understand.ts';

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
    understand(text).terms !== undefined ||
    questions.find(text) !== undefined;

  /** What each article tells in each language, and where. */
  const told = articles.flatMap((article) =>
    locales.map((locale) => {
      const { title, paragraphs, steps = [], notes = [] } = article[locale];
      return {
        at: `${article.slug}, ${locale}`,
        title,
        parts: [...paragraphs, ...steps, ...notes],
      };
    }),
  );

  it('are named like their files, of at most 6 KB each', () => {
    const large = articles
      .map(({ slug }) => `${slug}.json`)
      .filter((file) => statSync(join(folder, file)).size > 6 * 1024);
    assert.deepEqual(large, []);
  });

  it('say the same in every language, in as many parts', () => {
    const unlike = articles.filter((article) => {
      const shapes = locales.map((locale) => {
        const { paragraphs, steps = [], notes = [] } = article[locale];
        return [paragraphs, steps, notes].map(({ length }) => length).join();
      });
      return new Set(shapes).size > 1;
    });
    assert.deepEqual(
      unlike.map(({ slug }) => slug),
      [],
    );
  });

  it('are short, two to ten parts of at most 400 letters', () => {
    const long = told.flatMap(({ at, parts }) => [
      ...(parts.length < 2 || parts.length > 10 ? [`${at}: ${parts.length} parts`] : []),
      ...parts.filter((part) => part.length > 400).map((part) => `${at}: ${part}`),
    ]);
    assert.deepEqual(long, []);
  });

  it('have no Markdown', () => {
    const marked = told.flatMap(({ at, title, parts }) =>
      [title, ...parts].filter((text) => /[*_`#[\]]/.test(text)).map((text) => `${at}: ${text}`),
    );
    assert.deepEqual(marked, []);
  });

  it('name only things to type that are understood', () => {
    const naming = /(?:type|skriv(?:er du|er|a)?)(?: sedan| då)? [“”]([^“”]+)”/gi;
    const unknown = told.flatMap(({ at, parts }) =>
      parts
        .flatMap((part) => [...part.matchAll(naming)].map(([, text]) => text!))
        .filter((text) => !understood(text))
        .map((text) => `${at}: ${text}`),
    );
    assert.deepEqual(unknown, []);
  });
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
