import assert from 'node:assert/strict';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { PurchaseTerms } from '../../../commerce/model/terms.ts';
import type { Services } from '../../../dialogs/step/services.ts';
import {
  defaultsOf,
  formOf,
  type Purchase,
  problemOf,
} from '../../../dialogs/upgrade/configureForm.ts';
import { localiser } from '../../../locales/localiser.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { clearFacts } from '../../support/clearFacts.ts';
import { catalog } from '../../support/simulatedTenant.ts';

const services = { catalog } as unknown as Services;
const turn = { l: localiser('en-US') };

const month: PurchaseTerms = { term: 'P1M', billing: 'monthly' };
const yearPaidMonthly: PurchaseTerms = { term: 'P1Y', billing: 'monthly' };
const year: PurchaseTerms = { term: 'P1Y', billing: 'annual' };

/** Business Standard, 25 licences of which 22 are assigned, to Business Premium in kronor. */
function factsWith(purchaseTerms: PurchaseTerms[], given: Partial<Facts> = {}): Facts {
  const targets = clearFacts.targets.targets.map((target) => ({
    ...target,
    offer: { ...target.offer, purchaseTerms },
  }));
  return { ...clearFacts, targets: { targets, excluded: [] }, ...given };
}
const formFor = (facts: Facts) => formOf(services, turn, facts, skus.businessPremium);

describe('The form for quantity, term and billing', () => {
  it('names both plans, and offers every way to buy with its price, cheapest month first', () => {
    const form = formFor(factsWith([month, yearPaidMonthly, year]));
    assert.equal(form.sourceName, catalog.plan(skus.businessStandard).name);
    assert.equal(form.targetName, catalog.plan(skus.businessPremium).name);
    assert.deepEqual(
      form.options.map(({ term, billing, price }) => [term, billing, price.amount, price.currency]),
      [
        ['P1Y', 'annual', 12 * 209_00, 'SEK'],
        ['P1Y', 'monthly', 219_45, 'SEK'],
        ['P1M', 'monthly', 250_80, 'SEK'],
      ],
    );
    assert.ok(form.options.every(({ assumed }) => assumed));
  });

  const minimums: [why: string, quantity: number, assigned: number, minimum: number][] = [
    ['as many as were bought', 25, 22, 25],
    ['as many as are assigned when that is more', 25, 27, 27],
    ['one at least', 0, 0, 1],
  ];
  for (const [why, quantity, assigned, minimum] of minimums) {
    it(`asks for ${why}`, () => {
      const subscription = { ...clearFacts.subscription, quantity, assigned };
      const facts = factsWith([year], { subscription, subscriptions: [subscription] });
      assert.equal(formFor(facts).minimum, minimum);
    });
  }

  it('allows no more than the plan is sold for, less what sister plans take', () => {
    const { subscription } = clearFacts;
    const sister = { ...subscription, id: 'other', quantity: 40, assigned: 40 };
    assert.equal(formFor(factsWith([year])).maximum, 300);
    const facts = factsWith([year], { subscriptions: [subscription, sister] });
    assert.equal(formFor(facts).maximum, 260);
  });

  for (const skuId of [undefined, skus.microsoft365E5, 'constructor']) {
    it(`is refused for ${skuId ?? 'no plan'}, which is no target`, () => {
      assert.throws(() => formOf(services, turn, factsWith([year]), skuId), {
        code: 'plan.unknown',
      });
    });
  }
});

describe('The first proposal', () => {
  it('is what was bought until now, for all licences', () => {
    const facts = factsWith([month, yearPaidMonthly, year]);
    assert.deepEqual(defaultsOf(formFor(facts), facts), { quantity: 25, ...yearPaidMonthly });
  });

  it('is the cheapest way when the present one is not sold', () => {
    const facts = factsWith([month, year]);
    assert.deepEqual(defaultsOf(formFor(facts), facts), { quantity: 25, ...year });
  });

  it('is none when the plan has no price', () => {
    const facts = factsWith([]);
    assert.throws(() => defaultsOf(formFor(facts), facts), { code: 'price.unknown' });
  });
});

describe('An answer to the form', () => {
  const form = formFor(factsWith([month, year]));
  const answers: [why: string, purchase: Purchase, key: string | undefined][] = [
    ['the fewest', { quantity: 25, ...year }, undefined],
    ['the most', { quantity: 300, ...month }, undefined],
    ['too few', { quantity: 24, ...year }, 'dialogs.configure.tooFew'],
    ['too many', { quantity: 301, ...year }, 'dialogs.configure.tooMany'],
    ['a way it is not sold', { quantity: 25, ...yearPaidMonthly }, 'dialogs.configure.notSold'],
    [
      'a way nobody sells',
      { quantity: 25, term: 'P1M', billing: 'triennial' },
      'dialogs.configure.notSold',
    ],
  ];
  for (const [why, purchase, key] of answers) {
    it(`with ${why} is ${key ? `answered with ${key}` : 'good'}`, () => {
      assert.equal(problemOf(form, purchase)?.key, key);
    });
  }

  for (const locale of ['en-US', 'sv-SE'] as const) {
    it(`that is wrong is told why, with the numbers, in ${locale}`, () => {
      const told = answers.flatMap(([, purchase]) => {
        const problem = problemOf(form, purchase);
        return problem ? [localiser(locale).t(problem.key, problem.values)] : [];
      });
      assert.match(told[0]!, /25/);
      assert.match(told[1]!, /300/);
      assert.ok(told.every((sentence) => !sentence.includes('{{')));
    });
  }

  it('has no upper limit for a plan without one', () => {
    const { maximum: _, ...open } = form;
    assert.equal(problemOf(open, { quantity: 999_999, ...year }), undefined);
  });
});
