import { startTalk, type Talk } from '../../support/teams/transcript.ts';

const languages = [
  {
    locale: 'en-US',
    upgrade: 'upgrade',
    hint: 'Type “simulate buy 30” and a plan',
    bought: 'Microsoft 365 Business Premium is bought. Licenses: 30.',
    kept: 'fewer licenses of Microsoft 365 Business Standard now: 23.',
    ended: 'Microsoft 365 Business Standard is canceled.',
    group: 'the group lager gives Microsoft 365 Business Premium now.',
    nothing: 'Nothing was changed: there is no “business basic”',
    unknown: 'Nothing was changed: there is no “wordperfect”',
    tooMany: 'Nothing was changed: there is no “business standard”',
  },
  {
    locale: 'sv-SE',
    upgrade: 'uppgradera',
    hint: 'Skriv ”simulate buy 30” och en plan',
    bought: 'Microsoft 365 Business Premium är köpt. Licenser: 30.',
    kept: 'Microsoft 365 Business Standard har färre licenser nu: 23.',
    ended: 'Microsoft 365 Business Standard är avslutad.',
    group: 'gruppen lager ger Microsoft 365 Business Premium nu.',
    nothing: 'Ingenting ändrades: det finns ingen ”business basic”',
    unknown: 'Ingenting ändrades: det finns ingen ”wordperfect”',
    tooMany: 'Ingenting ändrades: det finns ingen ”business standard”',
  },
];

for (const { locale, upgrade, ...told } of languages) {
  describe(`What a tester does in the simulated admin center, in ${locale}`, () => {
    let talk: Talk;
    beforeEach(async () => {
      talk = await startTalk({ locale });
    });
    afterEach(() => talk.end());

    it('shows among the products, and what can’t be done is said', async () => {
      await talk.play([
        ['simulate', told.hint],
        ['simulate buy business premium', told.hint],
        ['simulate buy 0 business premium', told.hint],
        ['simulate buy 30 wordperfect', told.unknown],
        ['simulate keep 5 business basic', told.nothing],
        ['simulate keep 25 business standard', told.tooMany],
        ['simulate buy 30 business premium', told.bought],
        ['simulate keep 23 business standard', told.kept],
        [upgrade, '[products]'],
        ['simulate cancel business standard', told.ended],
        ['simulate cancel business standard', told.tooMany],
      ]);
    });

    it('can be that a group gives another plan, once there are licences for it', async () => {
      await talk.play([
        ['scenario group-licensing', ''],
        ['simulate group lager', told.hint],
        ['simulate group lager wordperfect', told.unknown],
        ['simulate buy 5 business premium', ''],
        ['simulate group lager business premium', told.group],
      ]);
    });
  });
}
