import assert from 'node:assert/strict';
import { LowdbEngine } from '../../../storage/files/lowdbEngine.ts';
import { type Talk, withTalk } from '../../support/teams/transcript.ts';
import { toReview } from '../../support/teams/ways.ts';

/** The bot starts again with dialogs of another shape: its conversations were in those of an older one. */
async function renew({ bot, teams }: Talk): Promise<void> {
  teams.botUrl = await bot.restart(async () => {
    const engine = await LowdbEngine.open(bot.dataDir, { warn: () => undefined }, {});
    for await (const { id, document, version } of engine.scan('conversations')) {
      const conversation = document as { stacks: object[] };
      const stacks = conversation.stacks.map((stack) => ({ ...stack, version: 'of before' }));
      await engine.replace('conversations', id, { ...conversation, stacks }, version);
    }
    await engine.close();
  });
}

describe('A conversation that began with an older version of the bot', () => {
  it('is told so, keeps its orders, and goes on from there', () =>
    withTalk(async (talk) => {
      await talk.play([...toReview, ['place order', '=review', '[order]']]);
      await renew(talk);
      await talk.play([
        ['status', 'I have been updated', '[status]'],
        ['status', '[status]'],
      ]);
      assert.match(JSON.stringify(talk.teams.lastCard('status')), /UPG-/);
    }));

  it('takes no answer to a question that was asked in another shape', () =>
    withTalk(
      async (talk) => {
        await talk.play(toReview);
        await renew(talk);
        await talk.play([
          ['lägg order', 'Jag har uppdaterats', 'Inget erbjudande väntar'],
          ['uppgradera', '=review', '', '', '[plans]'],
        ]);
      },
      { locale: 'sv-SE' },
    ));

  it('still takes the press of a button that stands in the chat', () =>
    withTalk(async (talk) => {
      await talk.play(toReview);
      await renew(talk);
      await talk.play([['press order.place', '=review', '[order]']]);
    }));
});
