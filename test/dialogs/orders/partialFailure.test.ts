import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { startTalk } from '../../support/teams/transcript.ts';

const languages = [
  {
    locale: 'en-US',
    upgrade: 'upgrade',
    next: 'next',
    order: 'place order',
    said: [
      /but 12 users could not be moved/,
      /^12 users were not moved$/m,
      /^\w+\.\w+@contoso\.example: a service of the new plan clashes .* \(MutuallyExclusiveViolation\)$/m,
      /^\w+\.\w+@contoso\.example: there was no free license \(CountViolation\)$/m,
      /^And 2 more users\.$/m,
      /^No free license \(3\): buy the ones that are missing/m,
      /^The same e-mail address twice \(1\): /m,
      /^No clear reason \(1\): try once more/m,
      /assign the new license to these users in the admin center/,
      /stays usable until about \w+ \d+, \d{4}/,
    ],
    steps: /Users moved \(46 of 58\)\n! Not for everybody/,
  },
  {
    locale: 'sv-SE',
    upgrade: 'uppgradera',
    next: 'nästa',
    order: 'lägg order',
    said: [
      /men 12 användare kunde inte flyttas/,
      /^12 användare flyttades inte$/m,
      /^\w+\.\w+@contoso\.example: en tjänst i den nya planen krockar .* \(MutuallyExclusiveViolation\)$/m,
      /^\w+\.\w+@contoso\.example: det fanns ingen ledig licens \(CountViolation\)$/m,
      /^Och 2 användare till\.$/m,
      /^Ingen ledig licens \(3\): köp dem som saknas/m,
      /^Samma e-postadress två gånger \(1\): /m,
      /^Inget tydligt skäl \(1\): försök en gång till/m,
      /^Tilldela sedan de här användarna den nya licensen i administrationscentret/m,
      /går att använda till omkring \d+ \w+ \d{4}/,
    ],
    steps: /Användarna flyttade \(46 av 58\)\n! Inte för alla/,
  },
];

describe('An upgrade that leaves some users behind', () => {
  for (const { locale, upgrade, next, order, said, steps } of languages) {
    it(`tells how many, who, why and what to do, in the notice and on the card, in ${locale}`, async () => {
      const talk = await startTalk({ locale });
      const card = (id: string): string => textOf(talk.teams.lastCard(id));
      try {
        await talk.play([
          ['scenario partial-failure', ''],
          [upgrade, '', '', '[plans]'],
          ['business premium', '=plans', '[configure]'],
          [next, '=configure', '[review]'],
          [order, '=review', '[order]'],
          ['time +1h', ''],
          ['wait [notice]', '[notice]'],
        ]);
        for (const sentence of said) assert.match(card('notice'), sentence);
        await talk.teams.waitFor(() => steps.test(card('order')));
        for (const sentence of said.slice(1)) assert.match(card('order'), sentence);
        await talk.play([['press order.list', '12', 'userName,reason']]);
        assert.match(talk.teams.texts.at(-1) ?? '', /UniquenessViolation/);
        await talk.play([
          [upgrade, '[products]'],
          ['business standard', '=products', '[diagnosis]'],
        ]);
        assert.match(card('diagnosis'), /NOT_ACTIVE/);
      } finally {
        await talk.end();
      }
    });
  }
});
