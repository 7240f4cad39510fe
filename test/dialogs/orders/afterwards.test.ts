import assert from 'node:assert/strict';
import { textOf } from '../../support/teams/cardText.ts';
import { startTalk, withTalk } from '../../support/teams/transcript.ts';
import { toDeclined, toReview, toReviewOfE3 } from '../../support/teams/ways.ts';

describe('The order afterwards', () => {
  it('is replaced in place as it moves, and says how many users are moved', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario big-tenant', ''],
        ['upgrade', '', '', '[plans]'],
      ]);
      await talk.play([
        ['cheapest', '=plans', '[configure]'],
        ['next', '=configure', '[review]'],
        ['place order', '=review', '[order]'],
      ]);
      const { messageId } = talk.teams.lastCard('order');
      const shown = () => textOf(talk.teams.card(messageId));
      await talk.teams.waitFor(() => /[1-9][\d,]* of 10,000/.test(shown()));
      await talk.play([
        ['time +1h', ''],
        ['wait [notice]', '[notice]'],
      ]);
      await talk.teams.waitFor(() => /complete/i.test(shown()));
      assert.equal(talk.teams.cards.filter(({ id }) => id === 'order').length, 1);
    }));

  it('is found by reference, by either plan and by the new subscription', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toReview,
        ['place order', '=review', '[order]'],
        ['time +1h', ''],
        ['wait [notice]', '[notice]'],
      ]);
      const [reference] = JSON.stringify(talk.teams.cards).match(/UPG-[0-9A-Z]{8}/) ?? [];
      await talk.play([
        [`status ${reference?.toLowerCase()}`, '[order]'],
        ['status business standard', '[order]'],
        ['status of business premium', '[order]'],
        ['status UPG-00000000', 'found no order', '[status]'],
        ['status', '[status]'],
        ['press order.refresh', '[order]'],
      ]);
    }));

  it('a credit check is announced with a date, approved, and followed by the upgrade', () =>
    withTalk(async (talk) => {
      await talk.play([
        ['scenario credit-check', ''],
        ...toReviewOfE3,
        ['place order', '=review', '[order]'],
        ['wait [notice]', '[notice]'],
        ['time +2d', ''],
      ]);
      const notices = () => talk.teams.cards.filter(({ id }) => id === 'notice');
      await talk.teams.waitFor(() => notices().length === 3, 10_000);
      const texts = notices().map(textOf);
      assert.match(texts[0] ?? '', /decided by \w+ \d+, \d{4}/);
      assert.match(texts[1] ?? '', /approved/);
      assert.match(texts[2] ?? '', /complete/);
    }));

  it('a declined credit check leaves the old plan and says what to do', () =>
    withTalk(async (talk) => {
      await talk.play([...toDeclined]);
      assert.match(textOf(talk.teams.lastCard('notice')), /declined/i);
      await talk.play([['upgrade', 'Business Standard', '', '[plans]']]);
    }));

  it('news reach a conversation that was silent over a restart, in its language', async () => {
    const talk = await startTalk({ locale: 'sv-SE' });
    try {
      await talk.play([
        ['scenario slow-upgrade', ''],
        ['uppgradera', '', '', '[plans]'],
        ['business premium', '=plans', '[configure]'],
        ['nästa', '=configure', '[review]'],
        ['lägg order', '=review', '[order]'],
        ['time +2h', ''],
      ]);
      talk.teams.botUrl = await talk.bot.restart();
      await talk.play([['wait [notice]', '[notice]']]);
      assert.match(textOf(talk.teams.lastCard('notice')), /Uppgraderingen är klar/);
    } finally {
      await talk.end();
    }
  });
});
