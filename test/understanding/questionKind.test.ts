import assert from 'node:assert/strict';
import { answersStep, isQuestion } from '../../understanding/questionKind.ts';

describe('A question', () => {
  const cases: [text: string, asks: boolean][] = [
    ['What happens to our data?', true],
    ['what happens to our data', true],
    ['vad händer med våra data', true],
    ['Our data is kept after the upgrade?', true],
    ['Är allt kvar efteråt', true],
    ['Business Premium?', false],
    ['25, yearly?', false],
    ['25 licenses, yearly?', false],
    ['place order?', false],
    ['Business Premium for everybody', false],
    ['', false],
    ['???', false],
  ];
  for (const [text, asks] of cases) {
    it(`${asks ? 'is' : 'is not'} "${text}"`, () => {
      assert.equal(isQuestion(text), asks);
    });
  }
});

describe('An answer to a step', () => {
  const cases: [text: string, answers: boolean][] = [
    ['25', true],
    ['300', true],
    ['25, yearly', true],
    ['månadsvis', true],
    ['Place order', true],
    ['ändra adress', true],
    ['jämför E3 och E5', true],
    ['tillbaka', true],
    ['Office 365 E3, please', true],
    ['Business Premium?', true],
    ['to Business Premium', true],
    ['E3 or E5?', false],
    ['what is Business Premium?', false],
    ['should we pay yearly or monthly?', false],
    ['how many licenses do I need?', false],
    ['refund', false],
  ];
  for (const [text, answers] of cases) {
    it(`${answers ? 'is' : 'is not'} "${text}"`, () => {
      assert.equal(answersStep(text), answers);
    });
  }
});
