/** How often the search is right: every question of every set, asked as people ask it. */
import assert from 'node:assert/strict';
import { loadArticles } from '../../../locales/articles.ts';
import { locales } from '../../../locales/localiser.ts';
import { loadQuestions } from '../../../locales/questions.ts';
import { ArticleFinder } from '../../../understanding/articles/articleFinder.ts';
import { wordsIn } from '../../../understanding/wordsIn.ts';
import { leastCpu } from '../../support/process/cpuTime.ts';
import { runs } from '../../support/process/runs.ts';
import { type QuestionSet, questionSets } from './questionSet.ts';

const articles = loadArticles();
const known = loadQuestions();
const questions = new ArticleFinder(articles, known);
const slugOf = (text: string) => questions.find(text)?.slug;
const plain = (text: string) => wordsIn(text).join(' ');

interface Row {
  slug: string;
  text: string;
}

const rowsOf = ({ asked }: QuestionSet): Row[] =>
  Object.entries(asked).flatMap(([slug, texts]) => texts.map((text) => ({ slug, text })));

/** @returns nothing when enough are right; otherwise what is wrong. */
function failure(rows: (Row & { found: string | undefined })[], least: number): string {
  const wrong = rows.filter(({ slug, found }) => found !== slug);
  const right = 1 - wrong.length / rows.length;
  const report = wrong.map(({ text, found, slug }) => `${text} → ${found}, not ${slug}`);
  return right >= least ? '' : `${(right * 100).toFixed(1)} % right\n${report.join('\n')}`;
}

for (const locale of locales) {
  for (const [place, { set, least }] of questionSets[locale].entries()) {
    const rows = rowsOf(set);

    describe(`ArticleFinder in ${locale}, set ${place + 1}`, () => {
      it('are some for every article', () => {
        assert.deepEqual(Object.keys(set.asked).sort(), articles.map(({ slug }) => slug).sort());
      });

      it('are held apart from what the search learns from', () => {
        const titles = articles.map((article) => article[locale].title);
        const learnt = [...known.asked.map(({ text }) => text), ...known.elsewhere, ...titles];
        const plainly = new Set(learnt.map(plain));
        const held = [...rows.map(({ text }) => text), ...set.elsewhere];
        assert.deepEqual(
          held.filter((text) => plainly.has(plain(text))),
          [],
        );
      });

      it(`find the right article first, at least ${least * 100} of 100`, () => {
        const found = rows.map((row) => ({ ...row, found: slugOf(row.text) }));
        assert.equal(failure(found, least), '');
      });

      it('about other subjects find none, at least 19 of 20', () => {
        const found = set.elsewhere.filter((text) => slugOf(text) !== undefined);
        assert.ok(found.length <= set.elsewhere.length / 20, found.join('\n'));
      });
    });
  }
}

describe('What the search learns from', () => {
  /** One in so many is left out each time, and asked. */
  const folds = 20;
  /** All of them in the nightly run. */
  const tried = Math.min(folds, runs / 50);

  it('finds the right article for what was left out, at least 17 times of 20', () => {
    const found = Array.from({ length: tried }, (_, fold) => {
      const isOut = (_: unknown, at: number) => at % folds === fold;
      const without = new ArticleFinder(articles, {
        ...known,
        asked: known.asked.filter((_, at) => !isOut(_, at)),
      });
      return known.asked
        .filter(isOut)
        .map((row) => ({ ...row, found: without.find(row.text)?.slug }));
    }).flat();
    for (const locale of locales) {
      const rows = found.filter((row) => row.locale === locale);
      assert.equal(failure(rows, 0.85), '');
    }
  });
});

describe('The search for articles', () => {
  it('is built within 400 ms of CPU', async () => {
    const taken = await leastCpu(() => void new ArticleFinder(articles, known));
    assert.ok(taken <= 400, `${taken} ms`);
  });

  it('is asked within 4 ms of CPU', async () => {
    const texts = questionSets['en-US'].flatMap(({ set }) => rowsOf(set)).map(({ text }) => text);
    const taken = await leastCpu(() => {
      for (const text of texts) questions.find(text);
    });
    assert.ok(taken / texts.length <= 4, `${taken / texts.length} ms`);
  });
});
