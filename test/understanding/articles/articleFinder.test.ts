import assert from 'node:assert/strict';
import { commandNames } from '../../../dialogs/root/subFlows.ts';
import { loadArticles } from '../../../locales/articles.ts';
import { locales } from '../../../locales/localiser.ts';
import { loadQuestions } from '../../../locales/questions.ts';
import { ArticleFinder } from '../../../understanding/articles/articleFinder.ts';
import { languageAsked, match } from '../../../understanding/phrases.ts';
import { isQuestion } from '../../../understanding/questionKind.ts';
import { noQuestions } from './questionSet.ts';

const questions = new ArticleFinder(loadArticles(), loadQuestions());
const slugOf = (text: string) => questions.find(text)?.slug;

for (const locale of locales) {
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
});
