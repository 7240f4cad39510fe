import assert from 'node:assert/strict';
import type { BillingAccount } from '../../../commerce/model/account.ts';
import type { OrderState } from '../../../commerce/model/order.ts';
import { quoteSchema } from '../../../commerce/model/quote.ts';
import { computeQuote } from '../../../commerce/quote/computeQuote.ts';
import {
  declinedMethods,
  firstCharge,
  methodsForOrder,
  preselected,
} from '../../../commerce/quote/paymentMethods.ts';
import { account } from '../../support/tenant/clearFacts.ts';
import { quoteRequest, subscription } from './requests.ts';

const usable = (charge: number, given: Partial<BillingAccount> = {}) =>
  methodsForOrder({ ...account, ...given }, charge, [])
    .filter((method) => method.usable)
    .map(({ kind }) => kind);

describe('Paying by invoice', () => {
  const from = account.invoiceFrom.amount;

  it('is possible from the account’s limit on', () => {
    assert.deepEqual(usable(from - 1), ['card']);
    assert.deepEqual(usable(from), ['card', 'invoice']);
  });

  it('leaves nothing to pay with below the limit when the account has nothing else', () => {
    const paymentMethods = account.paymentMethods.filter(({ kind }) => kind === 'invoice');
    assert.deepEqual(usable(from - 1, { paymentMethods }), []);
  });

  it('is left to the seller where nobody knows the limit', () => {
    const { invoiceFrom: _, ...unlimited } = account;
    const methods = methodsForOrder(unlimited, 0, []);
    assert.ok(methods.every((method) => method.usable));
  });

  it('is listed even so, in the account’s order: people look for it', () => {
    const listed = methodsForOrder(account, 0, []);
    assert.deepEqual(
      listed.map(({ id, usable: can }) => [id, can]),
      [
        ['card', true],
        ['invoice', false],
      ],
    );
  });
});

describe('After a declined credit check', () => {
  type Known = [subscriptionId: string, paymentMethodId: string, state: OrderState];
  const own = 'subscription';
  const cases: [what: string, newestFirst: Known[], declined: string[]][] = [
    ['the method that paid is declined', [[own, 'invoice', 'declined']], ['invoice']],
    [
      'an order that went on since makes it good again',
      [
        [own, 'invoice', 'completed'],
        [own, 'invoice', 'declined'],
      ],
      [],
    ],
    [
      'so does one that is under way',
      [
        [own, 'invoice', 'creditCheck'],
        [own, 'invoice', 'declined'],
      ],
      [],
    ],
    [
      'an order that another method paid does not',
      [
        [own, 'card', 'failed'],
        [own, 'invoice', 'declined'],
      ],
      ['invoice'],
    ],
    ['an order for another subscription says nothing', [['other', 'invoice', 'declined']], []],
    ['an order that failed otherwise says nothing', [[own, 'card', 'failed']], []],
  ];
  for (const [what, orders, declined] of cases) {
    it(what, () => {
      const known = orders.map(([subscriptionId, paymentMethodId, state]) => ({
        subscriptionId,
        paymentMethodId,
        state,
      }));
      assert.deepEqual(declinedMethods(known, own), declined);
    });
  }

  const choices: [what: string, charge: number, declined: string[], chosen: string][] = [
    ['the account’s own method is preselected as long as nothing was declined', 1e9, [], 'invoice'],
    ['another one is, when that was declined', 1e9, ['invoice'], 'card'],
    ['another one is, when that can’t be used', 0, [], 'card'],
    ['one that was declined is, when everything was', 1e9, ['card', 'invoice'], 'invoice'],
    ['a usable one is, though it was declined', 0, ['card'], 'card'],
  ];
  for (const [what, charge, declined, chosen] of choices) {
    it(what, () => {
      const methods = methodsForOrder(account, charge, declined);
      assert.equal(preselected(methods, 'invoice')?.id, chosen);
    });
  }

  it('nothing is preselected where nothing can be used', () => {
    assert.equal(preselected([], 'invoice'), undefined);
  });
});

describe('The first charge of an order', () => {
  it('is what the new plan costs first, before any credit', () => {
    const quote = computeQuote(quoteRequest(subscription(150_000, 'USD')));
    const [line] = quote.lines.filter(({ kind }) => kind === 'newCharge');
    assert.ok(quote.lines.some(({ kind }) => kind === 'credit'));
    assert.equal(firstCharge(quote), line?.amount);
    assert.ok(firstCharge(quote) > quote.dueToday);
  });

  it('adds up what is charged in several lines', () => {
    const line = { skuId: '', quantity: 1, unitPrice: 1 };
    const lines = [
      { ...line, kind: 'newCharge' as const, amount: 700 },
      { ...line, kind: 'credit' as const, amount: -500 },
      { ...line, kind: 'newCharge' as const, amount: 42 },
    ];
    assert.equal(firstCharge({ lines }), 742);
  });
});

describe('An account whose ways to pay can’t be seen', () => {
  const unseen = { ...quoteRequest(subscription(150_000, 'USD')).account };
  const { defaultPaymentMethodId: _, ...rest } = unseen;
  const account: BillingAccount = { ...rest, paymentMethods: 'unknown' };

  it('has none to choose from', () => {
    assert.deepEqual(methodsForOrder(account, 1_000_000, []), []);
    assert.equal(preselected([], undefined), undefined);
  });

  it('is quoted without one, and without a credit check that nobody can foresee', () => {
    const request = quoteRequest(subscription(150_000, 'USD'), {
      account,
      paymentMethodId: undefined,
    });
    const quote = quoteSchema.parse(computeQuote(request));
    assert.equal('paymentMethodId' in quote, false);
    assert.equal(quote.creditCheck, false);
  });
});
