import assert from 'node:assert/strict';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { type Exchange, type Talk, withTalk } from '../../support/teams/transcript.ts';
import { bought, elsewhere, moved } from '../../support/tenant/elsewhere.ts';

const checklist = ({ teams }: Talk): string => textOf(teams.lastCard('manual-change'));

/** What is typed for the same change in each language, and what the checklist says at each step. */
const typed = {
  'en-US': {
    toBegin: [
      ['manual', 'one subscription', '[change-to]'],
      ['office 365 f3', '=change-to', '[change-plan]'],
      ['12 users', '=change-plan', '[change-plan]'],
      ['begin', '=change-plan', 'I keep the checklist', '[manual-change]'],
    ],
    bought: ['I have bought it', 'Noted', '[manual-change]'],
    underWay: /Office 365 F3, by hand\nCHG-\w{8} · step 3 of 6/,
    reopen: ['manual', '=backup', '[manual-change]'],
    next: ['next', '[backup]'],
    first: ['1', '=backup', '[backup]'],
    rest: ['all saved', '=backup', 'Everything is saved', '[manual-change]'],
    tooEarly: ['they are moved', 'Not everybody', '[manual-change]'],
    again: ['check again', '[manual-change]'],
    notEnded: ['done', 'I still see 25 licenses', '[manual-change]'],
    steps: [/Step 1 of 6/, /Step 2 of 6/, /Step 4 of 6/, /Step 6 of 6: Lower/, /Done/],
    counts: [/Buy 12 licenses of Office 365 F3/, /0 of 12 users/],
  },
  'sv-SE': {
    toBegin: [
      ['byt plan manuellt', 'ett abonnemang', '[change-to]'],
      ['office 365 f3', '=change-to', '[change-plan]'],
      ['bara 12', '=change-plan', '[change-plan]'],
      ['börja', '=change-plan', 'Jag sparar checklistan', '[manual-change]'],
    ],
    bought: ['jag har köpt den', 'Noterat', '[manual-change]'],
    underWay: /Office 365 F3, på egen hand\nCHG-\w{8} · steg 3 av 6/,
    reopen: ['manuellt', '=backup', '[manual-change]'],
    next: ['nästa', '[backup]'],
    first: ['1', '=backup', '[backup]'],
    rest: ['allt är sparat', '=backup', 'Allt är sparat', '[manual-change]'],
    tooEarly: ['de är flyttade', 'har inte den nya planen', '[manual-change]'],
    again: ['kontrollera igen', '[manual-change]'],
    notEnded: ['klart', 'Jag ser fortfarande 25 licenser', '[manual-change]'],
    steps: [/Steg 1 av 6/, /Steg 2 av 6/, /Steg 4 av 6/, /Steg 6 av 6: Minska/, /Klart/],
    counts: [/Köp 12 licenser av Office 365 F3/, /0 av 12 användare/],
  },
} satisfies Record<
  string,
  Record<string, Exchange | Exchange[] | RegExp | RegExp[]> & { toBegin: Exchange[] }
>;

/** Bought, moved and made smaller elsewhere: what the bot reads of it. */
const lowered = (quantity: number) => (owned: readonly { quantity: number }[]) =>
  owned.map((one, index) => (index === 0 ? { ...one, quantity } : one)) as never;

describe('A change of plan by hand', () => {
  for (const [locale, said] of Object.entries(typed)) {
    it(`is led to its end by typing only, over restarts, in ${locale}`, () =>
      withTalk(
        async (talk) => {
          const [first, second, fourth, last, over] = said.steps as [
            RegExp,
            RegExp,
            RegExp,
            RegExp,
            RegExp,
          ];
          await talk.play(said.toBegin);
          assert.match(checklist(talk), first);
          assert.match(checklist(talk), said.counts[0] as RegExp);
          await talk.play([said.bought]);
          assert.match(checklist(talk), second);
          await elsewhere(talk, bought(skus.office365F3, 15));
          await talk.play([
            ['time +5m', ''],
            ['wait [notice]', '[notice]'],
            said.next,
            said.first,
            ['status', '[status]'],
          ]);
          assert.match(textOf(talk.teams.lastCard('status')), said.underWay);
          await talk.play([said.reopen, said.next, said.rest]);
          assert.match(checklist(talk), fourth);
          assert.match(checklist(talk), said.counts[1] as RegExp);
          await talk.play([said.tooEarly]);
          await elsewhere(talk, moved(skus.office365F3, 12));
          await talk.play([said.again]);
          assert.match(checklist(talk), last);
          await talk.play([said.notEnded]);
          await elsewhere(talk, lowered(13));
          await talk.play([said.again]);
          assert.match(checklist(talk), over);
        },
        { locale },
      ));
  }

  for (const [locale, said, told] of [
    ['en-US', typed['en-US'], /\nGets smaller: .*Mailbox.*\n✗ No longer: .*Office apps/],
    ['sv-SE', typed['sv-SE'], /\nBlir mindre: .*\n✗ Försvinner: .*/],
  ] as const) {
    it(`names what its users lose before it begins, in ${locale}`, () =>
      withTalk(
        async (talk) => {
          await talk.play(said.toBegin.slice(0, 2) as Exchange[]);
          assert.match(textOf(talk.teams.lastCard('change-plan')), told);
        },
        { locale },
      ));
  }

  it('has nothing to name where its users lose nothing', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['manual', 'one subscription', '[change-to]'],
        ['business premium', '=change-to', '[change-plan]'],
      ]);
      const text = textOf(talk.teams.lastCard('change-plan'));
      assert.doesNotMatch(text, /Goes away|Gets smaller|No longer/);
    }));

  it('is led to its end by pressing only', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['manual', 'one subscription', '[change-to]'],
        ['press manual.page {"choice":"2"}', '=change-to'],
        ['press manual.page {"choice":"3"}', '=change-to'],
        [`press manual.choose {"choice":"${skus.office365F3}"}`, '=change-to', '[change-plan]'],
        ['press manual.begin {"inputs":{"users":22}}', '=change-plan', 'I keep', '[manual-change]'],
        ['press manual.done', '=manual-change', 'Noted'],
      ]);
      await elsewhere(talk, bought(skus.office365F3, 22));
      await talk.play([
        ['time +5m', ''],
        ['wait [notice]', '[notice]'],
        ['press manual.start', '[manual-change]'],
        ['press manual.next', '[backup]'],
        ['press backup.done {"choice":"mailSmaller"}', '=backup'],
        ['press backup.done {"choice":"all"}', '=backup', 'Everything is saved', '[manual-change]'],
        ['press manual.done', '=manual-change', 'Not everybody'],
      ]);
      assert.match(checklist(talk), /22 users are still on the old plan/);
      await elsewhere(talk, moved(skus.office365F3, 22));
      await talk.play([
        ['press manual.next', '=manual-change'],
        ['press manual.leave', '=manual-change'],
      ]);
      assert.match(checklist(talk), /This change is complete/);
    }));
});
