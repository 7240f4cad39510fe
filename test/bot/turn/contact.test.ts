import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { newContact } from '../../../bot/turn/contact.ts';
import { aConversation } from '../../support/storage/samples.ts';

const now = Temporal.Instant.from('2026-11-23T12:00:00Z');
const activity = (given: Record<string, unknown>): Activity =>
  ({
    type: 'message',
    channelId: 'msteams',
    channelData: { tenant: { id: 't' } },
    conversation: { id: 'a:1', conversationType: 'personal' },
    from: { id: '29:x', aadObjectId: 'adele' },
    ...given,
  }) as unknown as Activity;

describe('A contact', () => {
  for (const type of ['message', 'invoke']) {
    it(`is whoever speaks in a chat of their own: ${type}`, () => {
      assert.deepEqual(newContact(activity({ type }), aConversation(), now), {
        conversation: 't/msteams/a:1',
        userId: 'adele',
        since: now.toString(),
      });
    });
  }

  const none: [what: string, given: Record<string, unknown>, contact?: string][] = [
    ['an installation', { type: 'installationUpdate' }],
    ['somebody who joins', { type: 'conversationUpdate' }],
    [
      'a group chat, which others read too',
      { conversation: { id: 'g', conversationType: 'groupChat' } },
    ],
    ['a channel', { conversation: { id: 'c', conversationType: 'channel' } }],
    ['a chat that is listed', {}, 'adele'],
  ];
  for (const [what, given, contact] of none) {
    it(`is not made of ${what}`, () => {
      const conversation = aConversation(contact ? { contact } : {});
      assert.equal(newContact(activity(given), conversation, now), undefined);
    });
  }
});
