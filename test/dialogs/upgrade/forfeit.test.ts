import assert from 'node:assert/strict';
import { storedOrders } from '../../support/storage/storedDocuments.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { type Exchange, type Talk, withTalk } from '../../support/teams/transcript.ts';

const toForfeit: Exchange[] = [
  ['scenario prepaid-forfeit', ''],
  ['upgrade', '', '', '[plans]'],
  ['office 365 e1', '=plans', '[configure]'],
  ['next', '=configure', '[forfeit]'],
];

const ordersOf = ({ bot }: Talk) => storedOrders(bot.dataDir);

describe('Losing prepaid time', () => {
  it('is shown before the review, with amount, days and the day when nothing is lost', () =>
    withTalk(async (talk) => {
      await talk.play(toForfeit);
      const card = textOf(talk.teams.lastCard('forfeit'));
      assert.match(card, /SEK [\d,]+\.\d\d would be lost today/);
      assert.match(card, /Lost if you upgrade today: \d+ days/);
      assert.match(card, /Nothing is lost from\n\w+ \d+, \d{4}/);
      assert.match(card, /gives no credit at all/);
    }));

  it('is agreed to once; the consent is part of the order', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toForfeit,
        ['place order', 'Type “wait”'],
        ['yes', 'Type “wait”'],
        ['press forfeit.accept', '=[review]'],
        ['change address', '[change-soldto]'],
        ['Gatan 1; 111 22; Stockholm', '=review', '=change-soldto', '[review]'],
        ['place order', '=review', '[order]'],
      ]);
      const [order] = await ordersOf(talk);
      assert.ok(order?.audit.some(({ event }) => event === 'forfeit.accepted'));
    }));

  it('is asked about again when more would be lost', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toForfeit,
        ['I agree', '=forfeit', '[review]'],
        ['change licenses', '[change-items]'],
        ['month to month', '=review', '=change-items', '[forfeit]'],
      ]);
      assert.deepEqual(await ordersOf(talk), []);
    }));

  it('can be waited out: the reminder comes on the day, and leads on', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toForfeit,
        ['wait', '=forfeit', 'Nothing was ordered'],
        ['status', '[status]'],
        ['time +364d', ''],
        ['wait [notice]', '[notice]'],
      ]);
      assert.match(textOf(talk.teams.lastCard('notice')), /loses no prepaid time/);
      assert.deepEqual(await ordersOf(talk), []);
    }));

  it('is told in Swedish too', () =>
    withTalk(
      async (talk) => {
        await talk.play([
          ['scenario prepaid-forfeit', ''],
          ['uppgradera', '', '', '[plans]'],
          ['office 365 e1', '=plans', '[configure]'],
          ['nästa', '=configure', '[forfeit]'],
          ['vänta', '=forfeit', 'Inget har beställts'],
        ]);
      },
      { locale: 'sv-SE' },
    ));
});
