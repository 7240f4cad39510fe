import assert from 'node:assert/strict';
import type { Locale } from '../../../locales/localiser.ts';
import { likelyLanguage, seemsToAsk } from '../../../understanding/intents/meant.ts';
import { isRefused, meantInstead } from '../../../understanding/intents/meantInstead.ts';
import { isWish } from '../../../understanding/wish.ts';

const cases: readonly [text: string, meant: string | undefined][] = [
  ['where is the order that we made on Tuesday', 'status'],
  ['var är beställningen vi gjorde i tisdags', 'status'],
  ['unlock the account of our new colleague', 'refused'],
  ['lås upp kontot åt vår nya kollega', 'refused'],
  ['purple monkey', 'unclear'],
  ['could we do this in svenska', 'language.sv-SE'],
];

const besidePlans: readonly [text: string, meant: string | undefined][] = [
  // No mark, no form of a question.
  ['so is OneDrive still in e1 or do we lose it', 'question'],
  ['hänger kalendern med i e1 eller försvinner den', 'question'],
  ['switch us from credit card to direct debit, 30 days net', 'change.payment'],
  ['we take premium for 31', undefined],
  ['vi tar premium till 31', undefined],
];

describe('What is said beside a plan or a number', () => {
  for (const [text, meant] of besidePlans) {
    it(`is a wish of it, unless it is surely something else: ${text}`, () => {
      assert.equal(meantInstead(text), meant);
    });
  }
});

describe('How many or how to pay, and nothing else', () => {
  for (const text of ['35 lic', '40 licences', '28 st', '38 of us']) {
    it(`is a wish: ${text}`, () => assert.equal(isWish(text), true));
  }
  for (const text of ['25', 'Section 4.2, line 7', '30 or 40', 'is it 40 licences?', '300 kr']) {
    it(`is none where it is not clear: ${text}`, () => assert.equal(isWish(text), false));
  }
});

describe('Who says which language they can not speak', () => {
  const asked: [text: string, spoken: Locale, wanted: Locale | undefined][] = [
    ['can we do it in english, my swedish is really poor', 'sv-SE', 'en-US'],
    ['kan vi ta det på svenska, min engelska är dålig', 'en-US', 'sv-SE'],
    ['we take premium for 31', 'en-US', undefined],
  ];
  for (const [text, spoken, wanted] of asked) {
    it(`asks for the other one: ${text}`, () => {
      assert.equal(likelyLanguage(text, spoken), wanted);
    });
  }
});

describe('What no rule knows', () => {
  for (const [text, meant] of cases) {
    it(`is read by the sentences that it is like: ${text}`, () => {
      assert.equal(meantInstead(text), meant);
    });
  }

  for (const text of ['place the order', 'yes, order it', 'godkänt, beställ', 'next', '30', 'E3']) {
    it(`is no order, no number and no plan: ${text}`, () => {
      assert.equal(meantInstead(text), undefined);
    });
  }

  it('is no refusal when it is likelier a command of ours', () => {
    assert.equal(isRefused('ge mig en riktig människa'), false);
    assert.equal(isRefused('ge mig adminrättigheter'), true);
  });

  it('gets told that there is no answer where it most likely asks, and not that it is no sentence', () => {
    assert.equal(seemsToAsk('the customer wonders whether the old mails stay there'), true);
    assert.equal(seemsToAsk('kunden undrar om gamla mejl blir kvar'), true);
    assert.equal(seemsToAsk('purple monkey'), false);
  });
});
