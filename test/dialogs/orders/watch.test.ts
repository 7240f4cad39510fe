import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { withTalk } from '../../support/teams/transcript.ts';

describe('A watch', () => {
  it('tells when the way is free, and leads on to the plans of that subscription', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario license-conflict', ''],
        ['upgrade', '', '[diagnosis]'],
        ['press diagnosis.watch', 'every quarter of an hour'],
        ['press diagnosis.watch', 'watching this subscription already'],
        ['watch', 'watching this subscription already'],
        ['time +3h', ''],
        ['wait [notice]', '[notice]'],
      ]);
      assert.match(textOf(talk.teams.lastCard('notice')), /The way is free/);
      await talk.play([
        ['press upgrade.start', '=diagnosis', 'Nothing stands in the way', '[plans]'],
      ]);
    }));

  for (const [locale, wish] of [
    ['en-US', 'please tell me when it is ready'],
    ['en-US', 'let me know when it’s fixed'],
    ['sv-SE', 'säg till när det är klart'],
  ] as const) {
    it(`begins for "${wish}"`, () =>
      withTalk(
        async (talk) => {
          await talk.play([
            ['scenario license-conflict', ''],
            ['upgrade', '', '[diagnosis]'],
            [wish, locale === 'sv-SE' ? 'varje kvart' : 'every quarter of an hour'],
          ]);
        },
        { locale },
      ));
  }

  for (const [locale, upgrade, wish, no] of [
    ['en-US', 'upgrade', 'watch', "doesn't pass with time"],
    ['sv-SE', 'uppgradera', 'bevaka', 'går inte över med tiden'],
  ] as const) {
    for (const scenario of [
      'product-key',
      'end-of-sale',
      'legacy-plan',
      'government-or-nonprofit',
    ]) {
      it(`is neither offered nor begun where time changes nothing: ${scenario}, in ${locale}`, () =>
        withTalk(
          async (talk) => {
            await talk.play([
              [`scenario ${scenario}`, ''],
              [upgrade, '', '[diagnosis]'],
              [wish, no],
            ]);
            assert.ok(
              !JSON.stringify(talk.teams.lastCard('diagnosis').json).includes('diagnosis.watch'),
            );
          },
          { locale },
        ));
    }
  }

  it('is told in Swedish, also after a restart', () =>
    withTalk(
      async (talk) => {
        await talk.play([
          ['scenario license-conflict', ''],
          ['uppgradera', '', '[diagnosis]'],
          ['bevaka', 'varje kvart'],
        ]);
        talk.teams.botUrl = await talk.bot.restart();
        await talk.play([
          ['time +3h', ''],
          ['wait [notice]', '[notice]'],
        ]);
        assert.match(textOf(talk.teams.lastCard('notice')), /Vägen är fri/);
      },
      { locale: 'sv-SE' },
    ));

  it('is listed with the orders, and can be stopped', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario license-conflict', ''],
        ['upgrade', '', '[diagnosis]'],
        ['press diagnosis.watch', ''],
        ['status', '[status]'],
      ]);
      assert.match(textOf(talk.teams.lastCard('status')), /Watching Microsoft 365/);
      await talk.play([
        ['press watch.stop', 'stopped waiting', '[status]'],
        ['time +3h', ''],
      ]);
      assert.match(textOf(talk.teams.lastCard('status')), /No orders yet/);
    }));

  it('ends by itself after two weeks, and says so', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario unknown-reason', ''],
        ['upgrade', '', '[diagnosis]'],
        ['press diagnosis.watch', ''],
        ['time +15d', ''],
        ['wait [notice]', '[notice]'],
      ]);
      const notice = textOf(talk.teams.lastCard('notice'));
      assert.match(notice, /stopped watching/);
      assert.match(notice, /UNKNOWN_REASON/);
    }));
});
