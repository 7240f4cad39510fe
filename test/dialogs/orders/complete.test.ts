import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { type Talk, withTalk } from '../../support/teams/transcript.ts';
import { elsewhere } from '../../support/tenant/elsewhere.ts';

const languages = [
  {
    locale: 'en-US',
    words: ['upgrade', 'next', 'place order'],
    amount: /^Credit for unused time .*\n.*\n-(SEK [\d,.]+)$/m,
    credit: (amount: string) => `The credit of ${amount} for unused time is on an invoice`,
    services: /Services that were turned off for single users/,
  },
  {
    locale: 'sv-SE',
    words: ['uppgradera', 'nästa', 'lägg order'],
    amount: /^Tillgodo för outnyttjad tid .*\n.*\n[-−]([\d ,]+ kr)$/m,
    credit: (amount: string) => `Tillgodohavandet på ${amount} för outnyttjad tid kommer`,
    services: /Tjänster som var avstängda för enskilda användare/,
  },
] as const;

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

async function toComplete(talk: Talk, [upgrade, next, order]: readonly string[]): Promise<string> {
  await talk.play([
    [upgrade!, '…'],
    ['business premium', '=plans', '[configure]'],
    [next!, '=configure', '[review]'],
  ]);
  const review = plain(textOf(talk.teams.lastCard('review')));
  await talk.play([
    [order!, '=review', '[order]'],
    ['time +1h', ''],
    ['wait [notice]', '[notice]'],
  ]);
  return review;
}

describe('The message that an upgrade is complete', () => {
  for (const { locale, words, amount, credit, services } of languages) {
    it(`says how much is credited, and nothing of services where none were off, in ${locale}`, () =>
      withTalk(
        async (talk) => {
          const review = await toComplete(talk, words);
          const [, reviewed] = amount.exec(review) ?? assert.fail(review);
          const notice = plain(textOf(talk.teams.lastCard('notice')));
          assert.ok(notice.includes(credit(reviewed!)), notice);
          assert.doesNotMatch(notice, services);
        },
        { locale },
      ));

    it(`says that services are turned off again for those who had them off, in ${locale}`, () =>
      withTalk(
        async (talk) => {
          await talk.play([['scenario happy', '']]);
          await elsewhere(talk, ([first]) => [
            { ...first!, turnedOff: [{ name: 'SharePoint Online', users: 3 }] },
          ]);
          await toComplete(talk, words);
          const told = talk.teams.cards.filter(({ id }) => id === 'notice').map(textOf);
          assert.ok(
            told.some((text) => services.test(text)),
            told.join('\n\n'),
          );
        },
        { locale },
      ));
  }
});
