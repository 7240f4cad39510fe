import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { unreachableAfter } from '../../../bot/turn/unreachableAfter.ts';
import type { Unreachable } from '../../../storage/repositories/conversation.ts';

const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
const blocked: Unreachable = { since: '2026-11-22T12:00:00Z', why: 'blocked' };

const bot = { id: 'bot' };

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
    [{ type: 'installationUpdate', action: 'remove-upgrade' }, undefined, 'uninstalled'],
    [{ type: 'conversationUpdate', membersAdded: [bot] }, blocked, 'reachable'],
    [{ type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }, blocked, 'blocked'],
    [{ type: 'conversationUpdate', membersAdded: [{ id: 'x' }] }, undefined, 'reachable'],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: 'x' }] }, blocked, 'blocked'],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: 'x' }] }, undefined, 'reachable'],
    [{ type: 'conversationUpdate', membersRemoved: [bot] }, undefined, 'uninstalled'],
    [{ type: 'conversationUpdate', membersRemoved: [{ id: 'x' }, bot] }, blocked, 'uninstalled'],
    [{ type: 'messageReaction' }, blocked, 'blocked'],
    [{ type: 'messageReaction' }, undefined, 'reachable'],
  ];
  for (const [given, before, after] of activities) {
    const what = Object.values(given).map((value) => JSON.stringify(value));
    it(`after ${what.join(' ')} is: ${before?.why ?? 'reachable'} → ${after}`, () => {
      const activity = { recipient: bot, ...given } as unknown as Activity;
      const held = unreachableAfter(activity, before, now);
      assert.equal(held?.why ?? 'reachable', after);
    });
  }
});
