import assert from 'node:assert/strict';
import type { Locale } from '../../../locales/localiser.ts';
import { likelyLanguage, seemsToAsk } from '../../../understanding/intents/meant.ts';
import { isRefused, meantInstead } from '../../../understanding/intents/meantInstead.ts';
import { understand } from '../../../understanding/understand.ts';
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
  ['who besides me can place orders here', 'question'],
  ['vem mer än jag får lägga beställningar här', 'question'],
  ['what all permissions required from our side for upgrade', 'question'],
  ["don't order anything, I only need the price of premium", 'question'],
  ['vi uppgraderar inte idag, säg bara om E5 har Power BI', 'question'],
  ['suppose we went with E3, 40 users, what would change', 'question'],
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

describe('A plan, a number and a way to pay', () => {
  for (const text of [
    'delete 30 premium licences, yearly',
    'radera 30 premiumlicenser årsvis',
    'forward this to sales: premium 30 yearly',
    'buy 30 premium on top of our standard, yearly',
    'köp 30 premium utöver vår standard, årsvis',
  ]) {
    it(`are refused where something else is to be done with them: ${text}`, () =>
      assert.equal(isRefused(text), true));
  }
  for (const text of [
    'should we take premium for 30 yearly?',
    'ska vi ta premium till 30 årsvis?',
    'skulle premium med 30 licenser årsvis räcka för oss?',
    'premium for 30 yearly seems a lot',
    'vi höll på att beställa premium 30 årsvis ifjol',
    'could we have 10 on E3 and 15 on Premium side by side',
  ]) {
    it(`are no wish where they are only spoken of: ${text}`, () =>
      assert.equal(isWish(text), false));
  }
  for (const text of [
    'premium for 30, yearly - but wait until Monday',
    'premium till 30, årsvis - men vänta till måndag',
    "don't put us on premium with 30 yearly yet",
    "if the board agrees we'll take premium 30 yearly",
    'premium yearly for 30 once the budget is through',
    'om styrelsen säger ja tar vi premium 30 årsvis',
    'premium årsvis till 30 när budgeten är klar',
    'innan du kör premium, 30, årsvis måste jag fråga Lars',
    'låt allt vara som det är tills jag är tillbaka',
    'nothing should be touched before our AGM',
  ]) {
    it(`begin nothing where it is to wait: ${text}`, () =>
      assert.equal(understand(text).postpones, true));
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
