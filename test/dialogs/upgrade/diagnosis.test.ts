import assert from 'node:assert/strict';
import { reasonCodes } from '../../../commerce/diagnosis/reason.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { type Exchange, startTalk, withTalk } from '../../support/teams/transcript.ts';

interface Case {
  scenario: string;
  /** The scenario's own reason, when its name says less. */
  codes?: string[];
  /** There are several subscriptions to choose from. */
  choose?: true;
  /** What is done about it. */
  remedy?: string;
  /** What is said once the way is free. */
  warnings?: string[];
}

const cases: Case[] = [
  { scenario: 'license-conflict', remedy: 'time +3h' },
  { scenario: 'unpaid-balance', remedy: 'time +3h' },
  { scenario: 'not-active', remedy: 'time +3h' },
  { scenario: 'trial', remedy: 'time +3h' },
  {
    scenario: 'add-on',
    remedy: 'time +3h',
    warnings: ['Defender', 'Copilot', 'Visio'],
  },
  { scenario: 'duplicate-product', choose: true, remedy: 'time +3h' },
  { scenario: 'insufficient-role', remedy: 'role global-admin' },
  { scenario: 'credit-check-pending', remedy: 'time +1d' },
  { scenario: 'upgrade-in-progress', remedy: 'time +2h' },
  { scenario: 'service-incident', remedy: 'time +3h' },
  { scenario: 'not-provisioned', remedy: 'time +3h' },
  { scenario: 'high-volume', remedy: 'time +1h' },
  { scenario: 'scheduled-change', remedy: 'time +6d' },
  { scenario: 'prepaid' },
  { scenario: 'government-or-nonprofit' },
  { scenario: 'product-key' },
  { scenario: 'end-of-sale' },
  { scenario: 'too-many-assigned' },
  { scenario: 'seat-cap' },
  { scenario: 'no-supported-target' },
  { scenario: 'not-eligible' },
  { scenario: 'partner-managed' },
  { scenario: 'legacy-plan' },
  { scenario: 'unknown-reason' },
  {
    scenario: 'mixed-reasons',
    choose: true,
    codes: ['LICENSE_CONFLICT', 'UNPAID_BALANCE', 'SERVICE_INCIDENT', 'NOT_ELIGIBLE', 'ADD_ON'],
  },
];

const languages = [
  {
    locale: 'en-US',
    upgrade: 'upgrade',
    again: 'check again',
    vain: 'second time',
    manual: 'manual',
  },
  {
    locale: 'sv-SE',
    upgrade: 'uppgradera',
    again: 'kontrollera igen',
    vain: 'andra gången',
    manual: 'manuellt',
  },
];

describe('Diagnosis in the conversation', () => {
  for (const { scenario, choose, remedy, warnings = [], ...named } of cases) {
    const codes = named.codes ?? [scenario.toUpperCase().replaceAll('-', '_')];
    for (const { locale, upgrade, again, vain, manual } of languages) {
      it(`names ${codes} in ${locale}, offers a way on, looks again, and in vain offers a person`, async () => {
        const talk = await startTalk({ locale });
        const codesOn = (card: 'diagnosis' | 'answer'): string[] =>
          [...textOf(talk.teams.lastCard(card)).matchAll(/[A-Z]{2,}_[A-Z_]+[A-Z]|TRIAL|PREPAID/g)]
            .map(([code]) => code)
            .filter((code) => reasonCodes.some((known) => known === code));
        try {
          await talk.play([
            [`scenario ${scenario}`, scenario],
            ...(choose
              ? ([
                  [upgrade, '[products]'],
                  ['1', '=products', '[diagnosis]'],
                ] as const)
              : ([[upgrade, '', '[diagnosis]']] as const)),
          ]);
          assert.deepEqual(codesOn('diagnosis'), codes);
          await talk.play([
            ['press diagnosis.recheck', '=diagnosis'],
            [again, '=diagnosis', vain, '[diagnosis]'],
            ['press support.request', '[answer]'],
          ]);
          assert.deepEqual(codesOn('answer'), codes, 'support gets the codes');
          const solved: Exchange[] = remedy
            ? [
                [remedy, ''],
                ['press diagnosis.recheck', '=diagnosis', '', ...warnings, '[plans]'],
              ]
            : [[manual, '=diagnosis', '[change-to]']];
          await talk.play(solved);
        } finally {
          await talk.end();
        }
      });
    }
  }

  for (const [locale, upgrade, heading, fix] of [
    ['en-US', 'upgrade', /^You need a colleague for this$/m, /fix this now/],
    ['sv-SE', 'uppgradera', /^Här behövs en kollega$/m, /ordna nu/],
  ] as const) {
    it(`says that a missing role takes a colleague, and not that the person can fix it, in ${locale}`, () =>
      withTalk(
        async (talk) => {
          await talk.play([
            ['scenario insufficient-role', ''],
            [upgrade, '', '[diagnosis]'],
          ]);
          const card = textOf(talk.teams.lastCard('diagnosis'));
          assert.match(card, heading);
          assert.doesNotMatch(card, fix);
        },
        { locale },
      ));
  }

  it('lists the users of a licence conflict as text, by button and by word', async () => {
    const talk = await startTalk();
    try {
      await talk.play([
        ['scenario mixed-reasons', ''],
        ['upgrade', '[products]'],
        ['1', '=products', '[diagnosis]'],
        ['press diagnosis.list', '34 users without a bought license', 'name,userName'],
        ['csv', '34 users', 'name,userName'],
      ]);
      const { text = '', textFormat } = talk.teams.messages.at(-1)?.activity ?? {};
      const [head, ...rows] = text.split('\n');
      assert.deepEqual([head, textFormat], ['name,userName', 'plain'], 'a message of its own');
      assert.equal(new Set(rows).size, 34);
      assert.ok(rows.every((row) => /^[^,`]+,[^,]+@tailspin\.example$/.test(row)));
    } finally {
      await talk.end();
    }
  });

  it('has no list of users where no license conflict stands in the way', async () => {
    const talk = await startTalk();
    try {
      await talk.play([
        ['scenario unpaid-balance', ''],
        ['upgrade', '', '[diagnosis]'],
        ['list', 'Check again'],
      ]);
      const { text = '' } = talk.teams.messages.at(-1)?.activity ?? {};
      assert.doesNotMatch(text, /bought license/);
    } finally {
      await talk.end();
    }
  });

  it('does not say "yet" of what never passes', async () => {
    const talk = await startTalk();
    try {
      for (const scenario of ['end-of-sale', 'legacy-plan', 'product-key']) {
        await talk.play([
          [`scenario ${scenario}`, ''],
          ['upgrade', '', '[diagnosis]'],
        ]);
        const told = textOf(talk.teams.lastCard('diagnosis'));
        assert.match(told, /can't be upgraded$/m, scenario);
        await talk.play([['cancel', '=diagnosis', 'Nothing was ordered']]);
      }
    } finally {
      await talk.end();
    }
  });

  it('pages through many products and takes one by name', async () => {
    const talk = await startTalk();
    try {
      await talk.play([
        ['scenario many-products', 'many-products'],
        ['upgrade', '[products]'],
        ['press product.page {"choice":"2"}', '=products'],
        ['press product.page {"choice":"3"}', '=products'],
        ['press product.page {"choice":"2"}', '=products'],
        ['next page', '=products', '[products]'],
        ['föregående sida', '=products', '[products]'],
        ['blargh', 'Please choose a subscription'],
      ]);
      const first = textOf(talk.teams.lastCard('products'));
      const name = /(Microsoft|Office) 365 [^\n|]+/.exec(first)?.[0].trim() ?? '';
      await talk.play([
        ['1', '=products', 'Nothing stands in the way', 'and 11 other plans', '[plans]'],
      ]);
      assert.match(textOf(talk.teams.lastCard('plans')), new RegExp(name));
    } finally {
      await talk.end();
    }
  });

  it('refuses a second upgrade while one is under way', async () => {
    const talk = await startTalk();
    try {
      await talk.play([
        ['scenario slow-upgrade', 'slow-upgrade'],
        ['upgrade', '', '', '[plans]'],
        ['cheapest', '=plans', '[configure]'],
        ['next', '=configure', '[review]'],
        ['place order', '=review', '[order]'],
        ['upgrade', 'one subscription', '[diagnosis]'],
      ]);
      const diagnosis = textOf(talk.teams.lastCard('diagnosis'));
      assert.match(diagnosis, /UPGRADE_IN_PROGRESS/);
      await talk.play([
        ['time +2h', ''],
        ['wait [notice]', '[notice]'],
      ]);
    } finally {
      await talk.end();
    }
  });
});
