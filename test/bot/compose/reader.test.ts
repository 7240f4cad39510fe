import assert from 'node:assert/strict';
import { startBot } from '../../support/bot/bot.ts';
import { ChatServer, says } from '../../support/servers/chatServer.ts';
import { FakeTeams } from '../../support/teams/fakeTeams.ts';

describe('the whole bot with a reader', () => {
  for (const [locale, text, said] of [
    ['en-US', 'the shiny one with bells and whistles', 'I read that as: “status”.'],
    ['sv-SE', 'den där flashiga grejen med visslor', 'Jag läser det som: ”status”.'],
  ] as const) {
    it(`asks it what it does not understand, and counts that, ${locale}`, async () => {
      const chat = await ChatServer.start();
      chat.answers = says.read({ command: 'status' });
      const bot = await startBot({ reader: chat.settings() });
      const teams = await FakeTeams.start({ botUrl: bot.url, locale });
      try {
        await teams.say(text);
        assert.deepEqual(teams.texts, [said]);
        assert.equal(teams.lastCard().id, 'status');
        const metrics = await (await fetch(`${bot.url}/metrics`)).text();
        assert.match(metrics, /upgradera_readings_total\{outcome="answered"\} 1/);
      } finally {
        await teams.stop();
        await bot.stop();
        await chat.stop();
      }
    });
  }
});
