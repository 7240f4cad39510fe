import assert from 'node:assert/strict';
import { commandNames } from '../../../dialogs/root/subFlows.ts';
import { loadArticles } from '../../../locales/articles.ts';
import { locales } from '../../../locales/localiser.ts';
import { loadQuestions } from '../../../locales/questions.ts';
import { ArticleFinder } from '../../../understanding/articles/articleFinder.ts';
import { languageAsked, match } from '../../../understanding/phrases.ts';
import { isQuestion } from '../../../understanding/questionKind.ts';
import { wordsIn } from '../../../understanding/wordsIn.ts';
import { leastCpu } from '../../support/cpuTime.ts';
import { runs } from '../../support/runs.ts';
import { noQuestions, type QuestionSet, questionSets } from './questionSet.ts';

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

  describe(`What is no question in ${locale}`, () => {
    it('covers at least 20 commands and answers', () => {
      assert.ok(noQuestions[locale].length >= 20);
    });

    for (const text of noQuestions[locale]) {
      it(`"${text}" is not taken for one`, () => {
        const command = commandNames.find((name) => match(text, name) !== undefined);
        const rest = command && match(text, command);
        // Only an upgrade with more words after it may still be a question.
        if (command === 'upgrade' && rest && isQuestion(text)) {
          assert.equal(slugOf(rest), undefined);
        } else if (command === undefined && languageAsked(text) === undefined) {
          assert.equal(slugOf(text), undefined);
        }
      });
    }
  });
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
  it('understands every language', () => {
    assert.equal(slugOf('vad är en kreditkontroll?'), 'credit-check');
    assert.equal(slugOf('what is a credit check?'), 'credit-check');
  });

  it('understands typing errors, left-out accents and compounds', () => {
    const cases: [text: string, slug: string][] = [
      ['what is a credit chekc?', 'credit-check'],
      ['can we pay by invioce?', 'pay-by-invoice'],
      ['vad ar en licenskonflickt?', 'license-conflict'],
      ['hur lange tar kreditkontrolen?', 'credit-check'],
      ['uppgraderingsknappen saknas', 'no-plans-listed'],
    ];
    assert.deepEqual(
      cases.map(([text]) => [text, slugOf(text)]),
      cases,
    );
  });

  it('understands short questions that name nothing', () => {
    const cases: [text: string, slug: string][] = [
      ['how long does it take?', 'how-long'],
      ['what does it cost?', 'price'],
      ['why is it so slow?', 'why-longer'],
      ['vad kostar det?', 'price'],
      ['går det att ångra?', 'undo'],
    ];
    assert.deepEqual(
      cases.map(([text]) => [text, slugOf(text)]),
      cases,
    );
  });

  it('is not led astray by what is told around a question', () => {
    const cases: [text: string, slug: string][] = [
      [
        'My boss is on holiday and the auditors are here on Monday, so this has to be right: from which day do we pay for the new plan?',
        'billing-switch',
      ],
      [
        'Jag sitter på tåget till kontoret och måste svara styrelsen innan lunch: går det att ångra en uppgradering när den är gjord?',
        'undo',
      ],
    ];
    assert.deepEqual(
      cases.map(([text]) => [text, slugOf(text)]),
      cases,
    );
  });

  for (const text of [
    '',
    ' ',
    '?',
    '…',
    '🙂',
    'constructor',
    '__proto__',
    '%%%',
    'a'.repeat(30_000),
  ]) {
    it(`finds nothing in ${JSON.stringify(text.slice(0, 20))}`, () => {
      assert.equal(slugOf(text), undefined);
    });
  }

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
