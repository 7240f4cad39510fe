import assert from 'node:assert/strict';
import { loadArticles } from '../../locales/articles.ts';
import { loadQuestions } from '../../locales/questions.ts';
import { wordsIn } from '../../understanding/wordsIn.ts';

const { asked, elsewhere } = loadQuestions();

describe('The questions that are known', () => {
  it('are there for every article, and for none that is not', () => {
    const slugs = loadArticles().map(({ slug }) => slug);
    assert.deepEqual([...new Set(asked.map(({ slug }) => slug))].sort(), slugs.sort());
  });

  it('stand once each', () => {
    const texts = [...asked.map(({ text }) => text), ...elsewhere];
    const plain = texts.map((text) => wordsIn(text).join(' '));
    assert.deepEqual(
      texts.filter((_, at) => plain.indexOf(plain[at] ?? '') !== at),
      [],
    );
  });
});
