import assert from 'node:assert/strict';
import { computeQuote } from '../../../commerce/quote/computeQuote.ts';
import { firstCharge, methodsForOrder } from '../../../commerce/quote/paymentMethods.ts';
import { account } from '../../support/clearFacts.ts';
import { quoteRequest, subscription } from './requests.ts';

const usable = (charge: number, given: Partial<typeof account> = {}) =>
  methodsForOrder({ ...account, ...given }, charge)
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

  it('is listed even so, in the account’s order: people look for it', () => {
    const listed = methodsForOrder(account, 0);
    assert.deepEqual(
      listed.map(({ id, usable: can }) => [id, can]),
      [
        ['card', true],
        ['invoice', false],
      ],
    );
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
