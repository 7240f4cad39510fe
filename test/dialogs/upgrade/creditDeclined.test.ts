import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { startTalk } from '../../support/teams/transcript.ts';

const languages = [
  {
    locale: 'en-US',
    upgrade: 'upgrade',
    next: 'next',
    order: 'place order',
    change: 'change payment',
    back: 'back',
    invoice: 'invoice',
    byInvoice: /Paid with\nInvoice \(faktura@contoso\.example\)/,
    byCard: /Paid with\nCard ending in 4242/,
    avoided: /so the invoice is not chosen by itself/,
    choice: /Invoice \(faktura@contoso\.example\): credit check declined/,
    again: /that can happen again/,
  },
  {
    locale: 'sv-SE',
    upgrade: 'uppgradera',
    next: 'nästa',
    order: 'lägg order',
    change: 'ändra betalning',
    back: 'tillbaka',
    invoice: 'faktura',
    byInvoice: /Betalas med\nFaktura \(faktura@contoso\.example\)/,
    byCard: /Betalas med\nKort som slutar på 4242/,
    avoided: /så fakturan är inte vald från början/,
    choice: /Faktura \(faktura@contoso\.example\): kreditkontrollen godkändes inte/,
    again: /det kan hända igen/,
  },
];

describe('After a declined credit check', () => {
  for (const { locale, upgrade, next, order, change, back, invoice, ...says } of languages) {
    it(`the next review pays by card and says why; the invoice can be tried again, in ${locale}`, async () => {
      const talk = await startTalk({ locale });
      const card = (id: string): string => textOf(talk.teams.lastCard(id));
      try {
        await talk.play([
          ['scenario credit-declined', ''],
          [upgrade, '', '', '[plans]'],
          ['microsoft 365 e3', '=plans', '[configure]'],
          [next, '=configure', '[review]'],
        ]);
        assert.match(card('review'), says.byInvoice);
        assert.doesNotMatch(card('review'), says.again);
        await talk.play([
          [order, '=review', '[order]'],
          ['wait [notice]', '[notice]'],
          ['time +2d', ''],
          ['wait [notice]', '[notice]'],
          [upgrade, '', '', '[plans]'],
          ['microsoft 365 e3', '=plans', '[configure]'],
          [next, '=configure', '[review]'],
        ]);
        assert.match(card('review'), says.byCard);
        assert.match(card('review'), says.avoided);
        await talk.play([
          [change, '[change-payment]'],
          [back, '=review', '=change-payment', '[review]'],
          [change, '[change-payment]'],
        ]);
        assert.match(card('change-payment'), says.choice);
        await talk.play([[invoice, '=review', '=change-payment', '[review]']]);
        assert.match(card('review'), says.byInvoice);
        assert.match(card('review'), says.again);
        await talk.play([
          [order, '=review', '[order]'],
          ['wait [notice]', '[notice]'],
        ]);
      } finally {
        await talk.end();
      }
    });
  }
});
