import assert from 'node:assert/strict';
import type { PurchaseProblem } from '../../../commerce/checkout/purchase.ts';
import { formOf, sentenceFor } from '../../../dialogs/upgrade/configureForm.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { clearFacts } from '../../support/tenant/clearFacts.ts';
import { catalog } from '../../support/tenant/simulatedTenant.ts';

describe('The form for quantity, term and billing', () => {
  it('names both plans', () => {
    const form = formOf(catalog, localiser('en-US'), clearFacts, skus.businessPremium);
    assert.equal(form.sourceName, catalog.plan(skus.businessStandard).name);
    assert.equal(form.targetName, catalog.plan(skus.businessPremium).name);
  });

  const problems: [problem: PurchaseProblem, told: RegExp][] = [
    [{ is: 'tooFew', minimum: 25 }, /25/],
    [{ is: 'tooMany', maximum: 300 }, /300/],
    [{ is: 'notSold' }, /./],
  ];
  for (const locale of locales) {
    for (const [problem, told] of problems) {
      it(`tells what is wrong with an answer, with the numbers: ${problem.is} in ${locale}`, () => {
        const { has, t } = localiser(locale);
        const { key, values } = sentenceFor(problem);
        assert.ok(has(key));
        assert.match(t(key, values), told);
        assert.ok(!t(key, values).includes('{{'));
      });
    }
  }
});
