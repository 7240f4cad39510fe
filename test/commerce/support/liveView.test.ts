import assert from 'node:assert/strict';
import { liveViews, withLiveView } from '../../../commerce/support/liveView.ts';
import { sampleCase } from '../../support/cards/cases/sampleCaseViews.ts';

const now = '2026-11-23T18:00:00Z';
const card = { conversation: 'chat-1', activityId: '1', token: 'token-1', revision: 0 };
const by = { userId: 'lynne', now };
const at = (time: string) => Temporal.Instant.from(time);

describe('A file that is looked at', () => {
  it('follows the customer for an hour, and only who serves the tenant', () => {
    const one = withLiveView(sampleCase, card, by);
    const live = (time: string, serves: boolean) => liveViews(one, at(time), () => serves).length;
    assert.equal(live('2026-11-23T18:59:00Z', true), 1);
    assert.equal(live('2026-11-23T18:59:00Z', false), 0);
    assert.equal(live('2026-11-23T19:00:00Z', true), 0);
  });

  it('is followed once a person and chat, and in four places at most', () => {
    const twice = withLiveView(
      withLiveView(sampleCase, card, by),
      { ...card, activityId: '2' },
      by,
    );
    assert.deepEqual(
      twice.live.map(({ activityId }) => activityId),
      ['2'],
    );
    const many = ['a', 'b', 'c', 'd', 'e'].reduce(
      (one, conversation) => withLiveView(one, { ...card, conversation }, by),
      sampleCase,
    );
    assert.deepEqual(
      many.live.map(({ conversation }) => conversation),
      ['b', 'c', 'd', 'e'],
    );
  });
});
