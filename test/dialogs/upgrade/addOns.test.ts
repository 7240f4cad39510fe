import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { startTalk } from '../../support/teams/transcript.ts';

const defender = 'Microsoft Defender for Office 365 (Plan 1)';
const copilot = 'Microsoft 365 Copilot';

const languages = [
  {
    locale: 'en-US',
    upgrade: 'upgrade',
    next: 'next',
    change: 'change licenses',
    thirty: '30, monthly',
    explain: 'explain',
    order: 'place order',
    carried: /Copilot, 3 licenses: comes along and goes on as it is, at SEK [\d,.]+ per month\./,
    included:
      /Defender for Office 365 \(Plan 1\), 25 licenses: is removed, .* SEK [\d,.]+ per month less/,
    credit: `Credit for unused time of ${defender}`,
  },
  {
    locale: 'sv-SE',
    upgrade: 'uppgradera',
    next: 'nästa',
    change: 'ändra licenser',
    thirty: '30, månadsvis',
    explain: 'förklara',
    order: 'lägg order',
    carried: /Copilot, 3 licenser: följer med och fortsätter som i dag, för [\d ,]+ kr per månad\./,
    included:
      /Defender for Office 365 \(Plan 1\), 25 licenser: tas bort, .* [\d ,]+ kr per månad mindre/,
    credit: `Tillgodo för outnyttjad tid med ${defender}`,
  },
];

describe('Add-ons in the conversation', () => {
  for (const { locale, upgrade, next, carried, included, credit, ...says } of languages) {
    it(`stand on the review with what becomes of them, and it happens, in ${locale}`, async () => {
      const talk = await startTalk({ locale });
      const review = (): string => textOf(talk.teams.lastCard('review'));
      const saysAddOns = (): void => {
        assert.match(review(), carried);
        assert.match(review(), included);
        assert.ok(review().includes(`\n${credit}\n`), review());
        assert.doesNotMatch(review(), /Visio/);
      };
      try {
        await talk.play([
          ['scenario add-on', ''],
          ['time +3h', ''],
          [upgrade, '', '', 'Defender', 'Copilot', 'Visio', '[plans]'],
          ['office 365 e5', '=plans', '[configure]'],
          [next, '=configure', '[review]'],
        ]);
        saysAddOns();
        await talk.play([
          [says.explain, '', '', credit, '', '', ''],
          [says.change, '[change-items]'],
          [says.thirty, '=review', '=change-items', '[review]'],
        ]);
        saysAddOns();
        await talk.play([
          [says.order, '=review', '[order]'],
          ['time +1h', ''],
          ['wait [notice]', '[notice]'],
          [upgrade, '', '', copilot, 'Visio', 'Microsoft 365 E5', '[configure]'],
        ]);
      } finally {
        await talk.end();
      }
    });
  }
});
