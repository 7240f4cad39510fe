import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { startTalk, type Talk } from '../../support/teams/transcript.ts';

const languages = [
  {
    locale: 'en-US',
    upgrade: 'upgrade',
    next: 'next',
    order: 'place order',
    turnedOn: 'on for everybody after the upgrade: SharePoint Online (50).',
    setUp: /plan is being set up\. It/,
    kept: /50 of 50 users have them off again/,
    groups: 'These groups give users their license: Säljare (8), Lager (3).',
    left: [
      /11 users could not be moved/,
      /the license comes from a group and can't be changed on the user \(InheritedFromGroup\)$/m,
      /^Licenses from a group \(11\): /m,
    ],
    assign: /assign the new license to these users/,
  },
  {
    locale: 'sv-SE',
    upgrade: 'uppgradera',
    next: 'nästa',
    order: 'lägg order',
    turnedOn: 'på för alla efter uppgraderingen: SharePoint Online (50).',
    setUp: /planen görs i ordning\. Det/,
    kept: /50 av 50 användare har dem avstängda igen/,
    groups: 'De här grupperna ger användare deras licens: Säljare (8), Lager (3).',
    left: [
      /11 användare kunde inte flyttas/,
      /licensen kommer från en grupp och kan inte ändras på användaren \(InheritedFromGroup\)$/m,
      /^Licenser från en grupp \(11\): /m,
    ],
    assign: /Tilldela sedan de här användarna den nya licensen/,
  },
];

for (const {
  locale,
  upgrade,
  next,
  order,
  turnedOn,
  setUp,
  kept,
  groups,
  left,
  assign,
} of languages) {
  describe(`Licenses that are not the same for everybody, in ${locale}`, () => {
    let talk: Talk;
    beforeEach(async () => {
      talk = await startTalk({ locale });
    });
    afterEach(() => talk.end());

    it('which services come back on, and for how many, is said before a plan is chosen (R85)', async () => {
      await talk.play([
        ['scenario customised-services', ''],
        [upgrade, '', '', turnedOn, '[plans]'],
      ]);
    });

    it('services are off again after the upgrade for those who had them off, which is told (R122)', async () => {
      await talk.play([
        ['scenario customised-services', ''],
        [upgrade, '', '', turnedOn, '[plans]'],
        ['business premium', '=plans', '[configure]'],
        [next, '=configure', '[review]'],
        [order, '=review', '[order]'],
      ]);
      // Who has what is noted first.
      await talk.teams.waitFor(() => setUp.test(textOf(talk.teams.lastCard('order'))));
      await talk.play([
        ['time +1h', ''],
        ['wait [notice]', '[notice]'],
      ]);
      await talk.teams.waitFor(() => kept.test(textOf(talk.teams.lastCard('notice'))));
    });

    it('users of groups keep the old plan, which is said before and after, with the remedy (R88)', async () => {
      await talk.play([
        ['scenario group-licensing', ''],
        [upgrade, '', '', groups, '[plans]'],
        ['business premium', '=plans', '[configure]'],
        [next, '=configure', '[review]'],
        [order, '=review', '[order]'],
        ['time +1h', ''],
        ['wait [notice]', '[notice]'],
      ]);
      const [notice, ordered] = ['notice', 'order'].map((id) => textOf(talk.teams.lastCard(id)));
      const [many, ...why] = left;
      assert.match(notice ?? '', many ?? /^$/);
      assert.doesNotMatch(notice ?? '', assign);
      for (const sentence of why) assert.match(ordered ?? '', sentence);
    });
  });
}
