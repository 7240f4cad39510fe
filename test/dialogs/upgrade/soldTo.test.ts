import assert from 'node:assert/strict';
import { storedOrders } from '../../support/storage/storedDocuments.ts';
import { textOf } from '../../support/teams/cardText.ts';
import { withTalk } from '../../support/teams/transcript.ts';
import { toReview, toReviewOfE3 } from '../../support/teams/ways.ts';

describe('A changed sold-to address', () => {
  it('is ordered to, and the new subscription is sold to it from then on', () =>
    withTalk(async (talk) => {
      await talk.play([
        ...toReview,
        ['change address', '[change-soldto]'],
        ['Nygatan 1; 111 22; Stockholm', '=review', '=change-soldto', '[review]'],
        ['place order', '=review', '[order]'],
        ['time +1h', ''],
        ['wait [notice]', '[notice]'],
      ]);
      const [order] = await storedOrders(talk.bot.dataDir);
      assert.equal(order?.confirmed?.soldTo.street, 'Nygatan 1');
      await talk.play([...toReviewOfE3]);
      assert.match(textOf(talk.teams.lastCard('review')), /Nygatan 1/);
    }));
});
