import assert from 'node:assert/strict';
import { textOf } from '../../../support/teams/cardText.ts';
import { type Exchange, withTalk } from '../../../support/teams/transcript.ts';
import { toReview } from '../../../support/teams/ways.ts';

const conversations: Record<string, Exchange[]> = {
  'The sums of the review are explained, and the review goes on': [
    ...toReview,
    [
      'how was this computed?',
      '25 × SEK 219.45',
      'Credit for unused time',
      'due today',
      'rounded once',
      'comes by',
    ],
    ['place order', '=review', '[order]'],
  ],
  'Not ordering can be typed in many words': [
    ...toReview,
    ['jag vill inte lägga order', '=review', 'Nothing was ordered'],
    ...toReview,
    ['No, don’t order', '=review', 'Nothing was ordered'],
  ],
  'Every block of the review can be changed by typing': [
    ...toReview,
    ['change address', '[change-soldto]'],
    ['nowhere', 'line: street; postal code; city'],
    ['Gatan 1; 12; Stockholm', 'not a postal code'],
    ['Gatan 1; 111 22; Stockholm', '=review', '=change-soldto', '[review]'],
    ['change payment', '[change-payment]'],
    ['in gold', 'one of the payment methods'],
    ['invoice', '=review', '=change-payment', '[review]'],
    ['pay by invoice', '[change-payment]'],
    ['change address', '=change-payment', '[change-soldto]'],
    ['Fabrikam AB; Nygatan 1; 111 22; Stockholm', 'checked by support first'],
    ['change payment', '=change-soldto', '[change-payment]'],
    ['back', '=review', '=change-payment', '[review]'],
    ['change licenses', '[change-items]'],
    ['30, yearly', '=review', '=change-items', '[review]'],
    ['change address', '[change-soldto]'],
    ['back', '=review', '=change-soldto', '[review]'],
  ],
  'A number that is told with the block it belongs to is taken at once': [
    ...toReview,
    ['change the licenses to 33 please', '=review', '33 licenses', '[review]'],
  ],
  'What is changed beside a yes comes first': [
    ...toReview,
    ["place the order, we've moved", '[change-soldto]'],
    ['back', '=review', '=change-soldto', '[review]'],
    ['yes, 31 is right, place the order', '=review', '31 licenses', '[review]'],
    ['yes, 31 is right, place the order', '=review', '[order]'],
  ],
  'Every block of the review can be changed by pressing': [
    ...toReview,
    ['press review.change {"choice":"soldTo"}', '[change-soldto]'],
    ['press review.update {"inputs":{"street":""}}', '=change-soldto'],
    ['press review.update {"inputs":{"city":"-3"}}', '=change-soldto'],
    ['press review.update {"inputs":{"postalCode":"12","city":"Oslo"}}', '=change-soldto'],
    [
      'press review.update {"inputs":{"street":"Hamngatan 4","city":"Göteborg","postalCode":"411 08"}}',
      '=review',
      '=[review]',
    ],
    ['press review.change {"choice":"payment"}', '[change-payment]'],
    ['press review.back', '=review', '=[review]'],
    ['press review.change {"choice":"items"}', '[change-items]'],
    ['press review.update {"inputs":{"quantity":"31"}}', '=review', '=[review]'],
  ],
};

describe('On the review', () => {
  for (const said of ['pay by invoice', 'byt till faktura']) {
    it(`the way to pay that was named is chosen already: ${said}`, () =>
      withTalk(async (talk) => {
        await talk.play([
          ...toReview,
          [said, '[change-payment]'],
          ['press review.update', '=review', '=[review]'],
        ]);
        assert.match(textOf(talk.teams.lastCard('review')), /Paid with\nInvoice/);
      }));
  }

  it('the card says what the typed explanation says of rounding and of the invoice', () =>
    withTalk(async (talk) => {
      await talk.play(toReview);
      const card = textOf(talk.teams.lastCard('review'));
      assert.match(card, /Each line is rounded once/);
      const [invoice = ''] = card.match(/The invoice that shows the credit comes by .+/) ?? [];
      assert.match(invoice, /\d{4}\.$/);
      await talk.play([['how was this computed?', '', '', '', 'rounded once', invoice]]);
    }));

  for (const [name, table] of Object.entries(conversations)) {
    it(name, () => withTalk((talk) => talk.play(table)));
  }
});
