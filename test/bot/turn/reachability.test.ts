import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { ConnectorError } from '../../../bot/sdk/connectorError.ts';
import { unreachableAfter, unreachableBy } from '../../../bot/turn/reachability.ts';
import type { Unreachable } from '../../../storage/repositories/conversation.ts';

const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
const blocked: Unreachable = { since: '2026-11-22T12:00:00Z', why: 'blocked' };

describe('Whether somebody can be reached', () => {
  const activities: [
    given: Record<string, unknown>,
    before: Unreachable | undefined,
    after: string,
  ][] = [
    [{ type: 'message' }, blocked, 'reachable'],
    [{ type: 'invoke' }, blocked, 'reachable'],
    [{ type: 'installationUpdate', action: 'add' }, blocked, 'reachable'],
    [{ type: 'installationUpdate', action: 'add-upgrade' }, blocked, 'reachable'],
    [{ type: 'installationUpdate', action: 'remove' }, undefined, 'uninstalled'],
    [{ type: 'installationUpdate', action: 'remove' }, blocked, 'uninstalled'],
    [{ type: 'conversationUpdate', membersAdded: [{ id: 'bot' }] }, blocked, 'reachable'],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: 'x' }] }, blocked, 'blocked'],
    [{ type: 'messageReaction' }, blocked, 'blocked'],
    [{ type: 'messageReaction' }, undefined, 'reachable'],
  ];
  for (const [given, before, after] of activities) {
    const what = Object.values(given).map((value) => JSON.stringify(value));
    it(`after ${what.join(' ')} is: ${before?.why ?? 'reachable'} → ${after}`, () => {
      const held = unreachableAfter(given as unknown as Activity, before, now);
      assert.equal(held?.why ?? 'reachable', after);
    });
  }

  it('is not told by a message that can’t be replaced', () => {
    const refused = (operation: string, statusCode: number, channelCode: string) =>
      unreachableBy(new ConnectorError({ operation, statusCode, channelCode, sent: true }));
    assert.equal(refused('updateActivity', 404, 'ActivityNotFoundInConversation'), undefined);
    assert.equal(refused('updateActivity', 404, 'ConversationNotFound'), 'gone');
    assert.equal(refused('sendToConversation', 404, 'Whatever'), 'gone');
    assert.equal(refused('sendToConversation', 500, 'ConversationNotFound'), undefined);
  });
});
