import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { startTalk } from '../../support/teams/transcript.ts';

const languages = [
  {
    locale: 'en-US',
    upgrade: 'upgrade',
    next: 'next',
    order: 'place order',
    before: ['Due today', '$45.00', 'After that, per month', '$210.00'],
    said:
      'The price has changed since you saw it. Due today: $56.00 instead of $45.00. ' +
      'After that: $240.00 per month instead of $210.00. Nothing was ordered yet',
    after: ['Due today', '$56.00', 'After that, per month', '$240.00'],
    confirmed: ['Due when ordered', '$56.00', 'After that', '$240.00 per month'],
  },
  {
    locale: 'sv-SE',
    upgrade: 'uppgradera',
    next: 'nästa',
    order: 'lägg order',
    before: ['Att betala i dag', '45,00 US$', 'Därefter, per månad', '210,00 US$'],
    said:
      'Priset har ändrats sedan du såg det. Att betala i dag: 56,00 US$ i stället för 45,00 US$. ' +
      'Därefter: 240,00 US$ per månad i stället för 210,00 US$. Inget har beställts än',
    after: ['Att betala i dag', '56,00 US$', 'Därefter, per månad', '240,00 US$'],
    confirmed: ['Att betala vid beställning', '56,00 US$', 'Därefter', '240,00 US$ per månad'],
  },
];

describe('A price list that comes into force between review and order', () => {
  for (const { locale, upgrade, next, order, before, said, after, confirmed } of languages) {
    it(`orders nothing at either price, tells the difference and asks again, in ${locale}`, async () => {
      const talk = await startTalk({ locale });
      const shows = (id: string, lines: string[]): void => {
        const text = textOf(talk.teams.lastCard(id));
        assert.ok(text.includes(lines.join('\n')), text);
      };
      try {
        await talk.play([
          ['scenario price-change', ''],
          [upgrade, '', '', '', '[configure]'],
          [next, '=configure', '[review]'],
        ]);
        shows('review', before);
        await talk.play([
          ['time +15m', ''],
          [order, '=review', said, '[review]'],
        ]);
        shows('review', after);
        await talk.play([[order, '=review', '[order]']]);
        shows('order', confirmed);
      } finally {
        await talk.end();
      }
    });
  }
});
