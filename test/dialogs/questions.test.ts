import assert from 'node:assert/strict';
import { commandNames } from '../../dialogs/commands.ts';
import { languageAsked, match } from '../../dialogs/phrases.ts';
import { isQuestion } from '../../dialogs/questionKind.ts';
import { Questions } from '../../dialogs/questions.ts';
import { loadArticles } from '../../locales/articles.ts';
import { type Locale, locales } from '../../locales/localiser.ts';
import { questionSets } from './questionSet.ts';

const articles = loadArticles();
const questions = new Questions(articles);
const slugOf = (text: string, locale: Locale) => questions.find(text, locale)?.slug;

/** Milliseconds of processor time: others may use the machine too. */
function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

for (const locale of locales) {
  const { asked, elsewhere, answers } = questionSets[locale];
  const rows = Object.entries(asked).flatMap(([slug, texts]) =>
    texts.map((text) => ({ slug, text })),
  );

  describe(`Questions in ${locale}`, () => {
    it('are at least 60, some for every article', () => {
      assert.ok(rows.length >= 60);
      assert.deepEqual(Object.keys(asked).sort(), articles.map(({ slug }) => slug).sort());
    });

    it('are held apart from the questions of the articles', () => {
      const plain = (text: string) => text.toLowerCase().replace(/\W+/g, ' ').trim();
      const learnt = new Set(
        articles.flatMap(({ [locale]: text }) => [text.title, ...text.questions]).map(plain),
      );
      assert.deepEqual(
        rows.filter(({ text }) => learnt.has(plain(text))),
        [],
      );
    });

    it('find the right article first, at least nine times of ten', () => {
      const wrong = rows.filter(({ slug, text }) => slugOf(text, locale) !== slug);
      const right = 1 - wrong.length / rows.length;
      const report = wrong.map(
        ({ slug, text }) => `${text} → ${slugOf(text, locale)}, not ${slug}`,
      );
      assert.ok(right >= 0.9, `${(right * 100).toFixed(1)} % right\n${report.join('\n')}`);
    });

    it('about other subjects find none', () => {
      assert.ok(elsewhere.length >= 20);
      assert.deepEqual(
        elsewhere.filter((text) => slugOf(text, locale) !== undefined),
        [],
      );
    });
  });

  describe(`What is no question in ${locale}`, () => {
    it('covers at least 20 commands and answers', () => {
      assert.ok(answers.length >= 20);
    });

    for (const text of answers) {
      it(`"${text}" is not taken for one`, () => {
        const command = commandNames.find((name) => match(text, name) !== undefined);
        const rest = command && match(text, command);
        // Only an upgrade with more words after it may still be a question.
        if (command === 'upgrade' && rest && isQuestion(text)) {
          assert.equal(slugOf(rest, locale), undefined);
        } else if (command === undefined && languageAsked(text) === undefined) {
          assert.equal(slugOf(text, locale), undefined);
        }
      });
    }
  });
}

describe('The search for articles', () => {
  it('understands the other language too', () => {
    assert.equal(slugOf('vad är en kreditkontroll?', 'en-US'), 'credit-check');
    assert.equal(slugOf('what is a credit check?', 'sv-SE'), 'credit-check');
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
      cases.map(([text]) => [text, slugOf(text, 'en-US')]),
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
      assert.equal(slugOf(text, 'en-US'), undefined);
    });
  }

  it('is built within 150 ms and asked within 2 ms', () => {
    assert.ok(cpuTime(() => new Questions(articles)) <= 150);
    const texts = Object.values(questionSets['en-US'].asked).flat();
    const spent = cpuTime(() => {
      for (const text of texts) questions.find(text, 'en-US');
    });
    assert.ok(spent / texts.length <= 2, `${spent / texts.length} ms`);
  });
});
