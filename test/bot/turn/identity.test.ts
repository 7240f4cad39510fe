import assert from 'node:assert/strict';
import { conversationKey, tenantOf, userOf } from '../../../bot/turn/identity.ts';
import { anActivity } from './activities.ts';

describe('The tenant of an activity', () => {
  const tenants: [what: string, given: Record<string, unknown>, tenant: string][] = [
    ['what Teams tells', {}, 'tenant-1'],
    ['the conversation’s when there is no channel data', { channelData: undefined }, 'tenant-1'],
    ['the conversation’s when the channel data is empty', { channelData: {} }, 'tenant-1'],
    [
      'the conversation’s when the id is empty',
      { channelData: { tenant: { id: '' } } },
      'tenant-1',
    ],
    [
      'the conversation’s when the id is no text',
      { channelData: { tenant: { id: 7 } } },
      'tenant-1',
    ],
    ['the conversation’s when the channel data is text', { channelData: 'tenant' }, 'tenant-1'],
    [
      'the channel when nobody tells one',
      { channelId: 'emulator', channelData: null, conversation: { id: 'c' } },
      'emulator',
    ],
  ];
  for (const [what, given, tenant] of tenants) {
    it(`is ${what}`, () => {
      assert.equal(tenantOf(anActivity(given)), tenant);
    });
  }
});

describe('The user of an activity', () => {
  it('is the directory’s id where there is one', () => {
    assert.deepEqual(userOf(anActivity()), { userId: 'user-1', userName: 'Åsa Öberg' });
  });

  it('is the channel’s id elsewhere, and may have no name', () => {
    const from = { id: 'u7' };
    assert.deepEqual(userOf(anActivity({ from })), { userId: 'u7', userName: '' });
  });

  it('is never the name, which anybody can choose', () => {
    const one = userOf(anActivity({ from: { id: 'a', name: 'Admin' } }));
    const two = userOf(anActivity({ from: { id: 'b', name: 'Admin' } }));
    assert.notEqual(one.userId, two.userId);
  });
});

describe('The key of a conversation', () => {
  const keyOf = (given: Record<string, unknown>) => conversationKey(anActivity(given));

  it('is the same for every activity in it', () => {
    assert.equal(keyOf({ id: '1', type: 'invoke' }), keyOf({ id: '2', from: { id: 'x' } }));
  });

  const others: [what: string, given: Record<string, unknown>][] = [
    ['tenant', { channelData: { tenant: { id: 'tenant-2' } } }],
    ['channel', { channelId: 'emulator' }],
    ['conversation', { conversation: { id: 'a:2', tenantId: 'tenant-1' } }],
  ];
  for (const [what, given] of others) {
    it(`is another one in another ${what}`, () => {
      assert.notEqual(keyOf(given), keyOf({}));
    });
  }
});
