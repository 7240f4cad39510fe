import assert from 'node:assert/strict';
import { itemsForm } from '../../../cards/upgrade/itemsForm.ts';
import type { PurchaseProblem } from '../../../commerce/checkout/purchase.ts';
import { currencySchema, money } from '../../../commerce/model/money.ts';
import { formOf, sentenceFor } from '../../../dialogs/upgrade/configureForm.ts';
import { locales, localiser } from '../../../locales/localiser.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { understand } from '../../../understanding/understand.ts';
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

const ways = [
  { term: 'P1M', billing: 'monthly' },
  { term: 'P1Y', billing: 'monthly' },
  { term: 'P1Y', billing: 'annual' },
  { term: 'P3Y', billing: 'annual' },
] as const;

interface Input {
  id: string;
  choices: { title: string }[];
}

describe('A way to buy that is copied from the form', () => {
  for (const locale of locales) {
    for (const currency of currencySchema.options) {
      it(`is that way, and its price is no number of licences: ${currency} in ${locale}`, () => {
        const options = ways.map((way) => ({
          ...way,
          price: money(250_800, currency),
          assumed: true,
        }));
        const names = { sourceName: 'E1', targetName: 'E3' };
        const view = { ...names, minimum: 1, featuresLost: [], options, quantity: 1, ...ways[0] };
        const { body } = itemsForm(view, localiser(locale));
        const input = (body as unknown as Input[]).find(({ id }) => id === 'terms');
        const titles = input?.choices.map(({ title }) => title) ?? [];
        assert.equal(titles.length, ways.length);
        for (const [at, title] of titles.entries()) {
          const { terms, quantity } = understand(title);
          assert.deepEqual([terms, quantity], [ways[at], undefined], title);
        }
      });
    }
  }
});
