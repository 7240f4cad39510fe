import assert from 'node:assert/strict';
import {
  problemWith,
  purchaseBounds,
  type Selection,
  usualPurchase,
} from '../../../commerce/checkout/purchase.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { PurchaseTerms } from '../../../commerce/model/terms.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { clearFacts } from '../../support/tenant/clearFacts.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';

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
const boundsFor = (facts: Facts) => purchaseBounds(catalog, facts, skus.businessPremium);

describe('What may be bought of a plan', () => {
  it('is sold in every way that has a price, cheapest month first', () => {
    const { options } = boundsFor(factsWith([month, yearPaidMonthly, year]));
    assert.deepEqual(
      options.map(({ term, billing, price }) => [term, billing, price.amount, price.currency]),
      [
        ['P1Y', 'annual', 12 * 209_00, 'SEK'],
        ['P1Y', 'monthly', 219_45, 'SEK'],
        ['P1M', 'monthly', 250_80, 'SEK'],
      ],
    );
    assert.ok(options.every(({ assumed }) => assumed));
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
      assert.equal(boundsFor(facts).minimum, minimum);
    });
  }

  it('allows no more than the plan is sold for, less what sister plans take', () => {
    const { subscription } = clearFacts;
    const sister = { ...subscription, id: 'other', quantity: 40, assigned: 40 };
    assert.equal(boundsFor(factsWith([year])).maximum, 300);
    const facts = factsWith([year], { subscriptions: [subscription, sister] });
    assert.equal(boundsFor(facts).maximum, 260);
  });

  for (const skuId of [undefined, skus.microsoft365E5, 'constructor']) {
    it(`is refused for ${skuId ?? 'no plan'}, which is no target`, () => {
      assert.throws(() => purchaseBounds(catalog, factsWith([year]), skuId), {
        code: 'plan.unknown',
      });
    });
  }
});

describe('The first proposal', () => {
  it('is what was bought until now, for all licences', () => {
    const facts = factsWith([month, yearPaidMonthly, year]);
    assert.deepEqual(usualPurchase(boundsFor(facts), facts), { quantity: 25, ...yearPaidMonthly });
  });

  it('is the cheapest way when the present one is not sold', () => {
    const facts = factsWith([month, year]);
    assert.deepEqual(usualPurchase(boundsFor(facts), facts), { quantity: 25, ...year });
  });

  it('is none when the plan has no price', () => {
    const facts = factsWith([]);
    assert.throws(() => usualPurchase(boundsFor(facts), facts), { code: 'price.unknown' });
  });
});

describe('A wish to buy', () => {
  const bounds = boundsFor(factsWith([month, year]));
  const wishes: [why: string, purchase: Selection, problem: string | undefined][] = [
    ['the fewest', { quantity: 25, ...year }, undefined],
    ['the most', { quantity: 300, ...month }, undefined],
    ['too few', { quantity: 24, ...year }, 'tooFew'],
    ['too many', { quantity: 301, ...year }, 'tooMany'],
    ['a way it is not sold', { quantity: 25, ...yearPaidMonthly }, 'notSold'],
    ['a way nobody sells', { quantity: 25, term: 'P1M', billing: 'triennial' }, 'notSold'],
  ];
  for (const [why, purchase, problem] of wishes) {
    it(`for ${why} is ${problem ?? 'good'}`, () => {
      assert.equal(problemWith(bounds, purchase)?.is, problem);
    });
  }

  it('has no upper limit for a plan without one', () => {
    const { maximum: _, ...open } = bounds;
    assert.equal(problemWith(open, { quantity: 999_999, ...year }), undefined);
  });
});
