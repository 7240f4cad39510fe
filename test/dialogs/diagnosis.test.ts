import assert from 'node:assert/strict';
import { textOf } from '../support/cardText.ts';
import { type Exchange, startTalk } from '../support/transcript.ts';

interface Case {
  scenario: string;
  code: string;
  /** What is done about it. */
  remedy?: string;
}

const cases: Case[] = [
  { scenario: 'license-conflict', code: 'LICENSE_CONFLICT', remedy: 'time +3h' },
  { scenario: 'unpaid-balance', code: 'UNPAID_BALANCE', remedy: 'time +3h' },
  { scenario: 'not-active', code: 'NOT_ACTIVE', remedy: 'time +3h' },
  { scenario: 'insufficient-role', code: 'INSUFFICIENT_ROLE', remedy: 'role global-admin' },
  { scenario: 'seat-cap', code: 'SEAT_CAP' },
  { scenario: 'no-supported-target', code: 'NO_SUPPORTED_TARGET' },
  { scenario: 'unknown-reason', code: 'UNKNOWN_REASON' },
];

const languages = [
  { locale: 'en-US', upgrade: 'upgrade', again: 'check again', manual: 'manual' },
  { locale: 'sv-SE', upgrade: 'uppgradera', again: 'kontrollera igen', manual: 'manuellt' },
];

describe('Diagnosis in the conversation', () => {
  for (const { scenario, code, remedy } of cases) {
    for (const { locale, upgrade, again, manual } of languages) {
      it(`names ${code} in ${locale}, offers a way on, and looks again`, async () => {
        const talk = await startTalk({ locale });
        try {
          await talk.play([
            [`scenario ${scenario}`, scenario],
            [upgrade, '', '[diagnosis]'],
          ]);
          assert.match(textOf(talk.teams.lastCard('diagnosis')), new RegExp(code));
          await talk.play([
            ['press diagnosis.recheck', '=diagnosis'],
            [again, '[diagnosis]'],
            [manual, '[answer]'],
            ['press support.request', '[answer]'],
          ]);
          const support = textOf(talk.teams.lastCard('answer'));
          assert.match(support, new RegExp(code), 'support gets the code');
          const solved: Exchange[] = remedy
            ? [
                [remedy, ''],
                ['press diagnosis.recheck', '=diagnosis', '', '[plans]'],
              ]
            : [];
          await talk.play(solved);
        } finally {
          await talk.end();
        }
      });
    }
  }

  it('pages through many products and takes one by name', async () => {
    const talk = await startTalk();
    try {
      await talk.play([
        ['scenario many-products', 'many-products'],
        ['upgrade', '[products]'],
        ['press product.page {"choice":"2"}', '=products'],
        ['press product.page {"choice":"3"}', '=products'],
        ['press product.page {"choice":"2"}', '=products'],
        ['nothing of that name', 'Please choose a subscription'],
      ]);
      const first = textOf(talk.teams.lastCard('products'));
      const name = /(Microsoft|Office) 365 [^\n|]+/.exec(first)?.[0].trim() ?? '';
      await talk.play([['1', '=products', 'Nothing stands in the way', '[plans]']]);
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
