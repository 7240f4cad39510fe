import { startTalk } from '../../support/teams/transcript.ts';

describe('What goes wrong within a step', () => {
  it('is told in the words of its own error, and the conversation goes on', async () => {
    const talk = await startTalk();
    try {
      await talk.play([
        ['upgrade', 'one subscription', 'Nothing stands in the way', '[plans]'],
        ['scenario many-products', 'many-products'],
        ['press plan.choose', 'find that subscription any more'],
        ['hi', '[home]'],
      ]);
    } finally {
      await talk.end();
    }
  });
});
