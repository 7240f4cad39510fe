import assert from 'node:assert/strict';
import { configureInputSchema } from '../../cards/upgrade/itemsForm.ts';
import { compareInputSchema } from '../../cards/upgrade/plansCard.ts';
import { paymentInputSchema } from '../../cards/upgrade/review/changePaymentCard.ts';
import { soldToInputSchema } from '../../cards/upgrade/review/changeSoldToCard.ts';

describe('the answers to a card', () => {
  it('take a term and a cycle only from the words we sell in', () => {
    const answer = { quantity: '25', terms: 'P1Y annual' };
    const bought = { quantity: 25, term: 'P1Y', billing: 'annual' };
    assert.deepEqual(configureInputSchema.parse(answer), bought);
    for (const terms of ['P2Y annual', 'P1Y weekly', 'toString', 'P1Y', '', 7, undefined])
      assert.equal(configureInputSchema.safeParse({ ...answer, terms }).success, false);
  });

  it('may name the two apart, as on cards that were sent before they were one question', () => {
    const answer = { quantity: '25', term: 'P1Y', billing: 'annual' };
    assert.deepEqual(configureInputSchema.parse(answer), { ...answer, quantity: 25 });
  });

  it('tidy an address and leave its country alone', () => {
    const sent = {
      name: '  Contoso \n AB ',
      street: 'Storgatan 1',
      city: 'Stockholm',
      postalCode: '111 22',
      country: 'US',
    };
    assert.deepEqual(soldToInputSchema.parse(sent), {
      name: 'Contoso AB',
      street: 'Storgatan 1',
      city: 'Stockholm',
      postalCode: '111 22',
    });
    for (const change of [
      { name: '   ' },
      { street: 'x'.repeat(121) },
      { city: 7 },
      { city: '-3' },
      { street: '<b>1</b>' },
    ])
      assert.equal(soldToInputSchema.safeParse({ ...sent, ...change }).success, false);
  });

  it('split the plans to compare at commas', () => {
    assert.deepEqual(compareInputSchema.parse({ compare: 'a,b' }), { compare: ['a', 'b'] });
    assert.deepEqual(compareInputSchema.parse({ compare: '' }), { compare: [] });
    assert.equal(compareInputSchema.safeParse({ compare: ['a', 'b'] }).success, false);
  });

  it('name a payment method', () => {
    assert.deepEqual(paymentInputSchema.parse({ paymentMethod: 'pm-1' }), {
      paymentMethod: 'pm-1',
    });
    assert.equal(paymentInputSchema.safeParse({ paymentMethod: '' }).success, false);
  });
});
