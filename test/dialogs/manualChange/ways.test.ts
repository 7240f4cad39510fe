import assert from 'node:assert/strict';
import { type RunningBot, startBot } from '../../support/bot/bot.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { type Exchange, type Talk, withTalk } from '../../support/teams/transcript.ts';
import { elsewhere } from '../../support/tenant/elsewhere.ts';

const checklist = ({ teams }: Talk): string => textOf(teams.lastCard('manual-change'));

describe('To a change by hand lead', () => {
  let bot: RunningBot;
  before(async () => {
    bot = await startBot();
  });
  after(() => bot.stop());

  const wishes = {
    'en-US': [
      'only some users',
      'fewer services',
      'downgrade',
      'I want to downgrade',
      'change plan manually',
      'upgrade only some users',
      'move some users',
      'we only want to upgrade some users',
    ],
    'sv-SE': ['bara några användare', 'färre tjänster', 'nedgradera', 'byt plan manuellt'],
  };
  for (const [locale, texts] of Object.entries(wishes)) {
    for (const text of texts) {
      it(`“${text}”`, () =>
        withTalk((talk) => talk.play([[text, '', '[change-to]']]), { locale, bot }));
    }
  }

  for (const [text, target, users] of [
    ['downgrade to office 365 e1', 'Office 365 E1', '22'],
    ['move 5 users to business premium manually', 'Business Premium', '5'],
    ['nedgradera till business basic', 'Business Basic', '22'],
  ] as const) {
    it(`“${text}”, with what it says`, () =>
      withTalk(
        async (talk) => {
          await talk.play([[text, 'one subscription', '[change-plan]']]);
          const card = textOf(talk.teams.lastCard('change-plan'));
          assert.match(card, new RegExp(`to Microsoft 365 ${target}|to ${target}`));
          assert.match(card, new RegExp(`Licenses to buy\\n${users}`));
        },
        { bot },
      ));
  }

  it('questions about it only their answer', () =>
    withTalk(
      async (talk) => {
        await talk.play([['can I upgrade only some users?', '[answer]']]);
        assert.match(textOf(talk.teams.lastCard('answer')), /^Upgrading only some users$/m);
      },
      { bot },
    ));

  const scenarios = ['end-of-sale', 'legacy-plan', 'prepaid', 'seat-cap', 'too-many-assigned'];
  for (const scenario of [...scenarios, 'not-eligible', 'partner-managed', 'unknown-reason']) {
    it(`the diagnosis of ${scenario}, about its subscription`, () =>
      withTalk(
        (talk) =>
          talk.play([
            [`scenario ${scenario}`, ''],
            ['upgrade', '', '[diagnosis]'],
            ['press manual.start', '=diagnosis', '[change-to]'],
          ]),
        { bot },
      ));
  }
});

describe('A change whose subscription is there no more', () => {
  it("stands in nobody's way", () =>
    withTalk((talk) =>
      talk.play([
        ['manual', '', '[change-to]'],
        ['business premium', '=change-to', '[change-plan]'],
        ['begin', '=change-plan', 'I keep', '[manual-change]'],
        ['reset', 'first day'],
        ['manual', 'one subscription', '[change-to]'],
      ]),
    ));
});

describe('Two subscriptions of one product', () => {
  const merging: Record<string, Exchange[]> = {
    'en-US': [
      ['scenario duplicate-product', ''],
      ['upgrade', '[products]'],
      ['1', '=products', '[diagnosis]'],
      ['merge them', '=diagnosis', '[change-plan]'],
      ['begin', '=change-plan', 'I keep the checklist', '[manual-change]'],
    ],
    'sv-SE': [
      ['scenario duplicate-product', ''],
      ['uppgradera', '[products]'],
      ['1', '=products', '[diagnosis]'],
      ['slå ihop dem', '=diagnosis', '[change-plan]'],
      ['börja', '=change-plan', 'Jag sparar', '[manual-change]'],
    ],
  };
  for (const [locale, table] of Object.entries(merging)) {
    it(`are brought together: the smaller one ends, then the diagnosis is clear, in ${locale}`, () =>
      withTalk(
        async (talk) => {
          await talk.play(table);
          // The larger one has room for all, so that nothing has to be bought.
          assert.match(checklist(talk), locale === 'sv-SE' ? /Steg 3 av 3/ : /Step 3 of 3/);
          await elsewhere(talk, ([first, second]) => [
            { ...first!, assigned: first!.assigned + second!.assigned },
          ]);
          await talk.play([['press manual.done', '=manual-change']]);
          assert.match(checklist(talk), locale === 'sv-SE' ? /Bytet är klart/ : /is complete/);
          await talk.play([[locale === 'sv-SE' ? 'uppgradera' : 'upgrade', '', '', '[plans]']]);
        },
        { locale },
      ));
  }

  it('are offered as the first plan when a plan is changed by hand', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario duplicate-product', ''],
        ['manual', '[change-from]'],
        ['1', '=change-from', '[change-to]'],
      ]);
      assert.match(
        textOf(talk.teams.lastCard('change-to')),
        /Keep Microsoft 365 Business Standard/,
      );
    }));
});
