import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { startTalk } from '../../support/teams/transcript.ts';

const languages = [
  {
    locale: 'en-US',
    upgrade: 'upgrade',
    next: 'next',
    order: 'place order',
    told: /but 12 users could not be moved/,
    said: [
      /^12 users were not moved$/m,
      /^\w+\.\w+@contoso\.example: a service of the new plan clashes .* \(MutuallyExclusiveViolation\)$/m,
      /^And 2 more users\.$/m,
      /^A license that builds on the old plan \(4\): /m,
      /^The same e-mail address twice \(1\): /m,
      /^No clear reason \(1\): try once more/m,
      /assign the new license to these users in the admin center/,
    ],
    until: /stays usable until about \w+ \d+, \d{4}/,
    noneFree: /No free license/i,
    steps: /Users moved \(46 of 58\)\n! Not for everybody/,
  },
  {
    locale: 'sv-SE',
    upgrade: 'uppgradera',
    next: 'nästa',
    order: 'lägg order',
    told: /men 12 användare kunde inte flyttas/,
    said: [
      /^12 användare flyttades inte$/m,
      /^\w+\.\w+@contoso\.example: en tjänst i den nya planen krockar .* \(MutuallyExclusiveViolation\)$/m,
      /^Och 2 användare till\.$/m,
      /^En licens som bygger på den gamla planen \(4\): /m,
      /^Samma e-postadress två gånger \(1\): /m,
      /^Inget tydligt skäl \(1\): försök en gång till/m,
      /^Tilldela sedan de här användarna den nya licensen i administrationscentret/m,
    ],
    until: /går att använda till omkring \d+ \w+ \d{4}/,
    noneFree: /ledig licens/i,
    steps: /Användarna flyttade \(46 av 58\)\n! Inte för alla/,
  },
];

describe('An upgrade that leaves some users behind', () => {
  for (const { locale, upgrade, next, order, told, said, until, noneFree, steps } of languages) {
    it(`tells how many in the notice, and on the card once more, who, why and what to do, in ${locale}`, async () => {
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
        assert.match(card('notice'), told);
        assert.match(card('notice'), until);
        assert.doesNotMatch(card('notice'), /@contoso\.example/);
        await talk.teams.waitFor(() => steps.test(card('order')));
        for (const sentence of [...said, until]) assert.match(card('order'), sentence);
        assert.doesNotMatch(card('order'), noneFree);
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
