import assert from 'node:assert/strict';
import { parseActivity } from '../../../bot/http/activitySchema.ts';

const message = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: 'a:1', conversationType: 'personal' },
  from: { id: '29:1', aadObjectId: 'x' },
  recipient: { id: '28:1' },
  text: 'hi',
  timestamp: '2026-11-22T10:00:00.1234567Z',
};

const nested = (depth: number): unknown => (depth === 0 ? 1 : { inner: nested(depth - 1) });

describe('parseActivity', () => {
  it('keeps what it does not know and turns the time into a date with its text beside it', () => {
    const result = parseActivity({ ...message, localTimezone: 'Europe/Stockholm' });
    assert('activity' in result);
    assert.equal(result.activity.localTimezone, 'Europe/Stockholm');
    assert.equal(result.activity.timestamp?.toISOString(), '2026-11-22T10:00:00.123Z');
    assert.equal((result.activity as { rawTimestamp?: string }).rawTimestamp, message.timestamp);
  });

  it('takes null for what is not there', () => {
    const result = parseActivity({ ...message, replyToId: null, text: null, channelData: null });
    assert('activity' in result);
    assert.equal('text' in result.activity, false);
  });

  it('drops __proto__ at every depth', () => {
    const evil = '{"__proto__":{"admin":true},"deep":[{"__proto__":{"admin":true},"a":1}]}';
    const json = JSON.parse(JSON.stringify(message).replace('{', `{"value":${evil},`));
    const result = parseActivity(json);
    assert('activity' in result);
    const { value } = result.activity;
    assert.deepEqual(Object.keys(value), ['deep']);
    assert.equal(value.admin, undefined);
    assert.equal(value.deep[0].admin, undefined);
    assert.equal(value.deep[0].a, 1);
  });

  const wrong: [string, unknown, string][] = [
    ['null', null, 'body'],
    ['a number', 7, 'body'],
    ['a list', [message], 'body'],
    ['an object without anything', {}, 'type'],
    ['a stranger', { a: 1 }, 'type'],
    ['an empty type', { ...message, type: '' }, 'type'],
    ['a type that is too long', { ...message, type: 'x'.repeat(65) }, 'type'],
    ['an action that is a number', { ...message, action: 1 }, 'action'],
    ['an id that is a number', { ...message, id: 1 }, 'id'],
    ['an id that is too long', { ...message, id: 'x'.repeat(257) }, 'id'],
    ['an id with half a character', { ...message, id: 'a\ud800' }, 'id'],
    ['a reply to half a character', { ...message, replyToId: '\udfff' }, 'replyToId'],
    [
      'a conversation id with half a character',
      { ...message, conversation: { id: '\ud800' } },
      'conversation.id',
    ],
    ['no conversation', { ...message, conversation: undefined }, 'conversation'],
    ['a conversation without id', { ...message, conversation: {} }, 'conversation.id'],
    [
      'a conversation id that is an object',
      { ...message, conversation: { id: { $gt: '' } } },
      'conversation.id',
    ],
    ['no sender', { ...message, from: null }, 'from'],
    ['a sender without id', { ...message, from: { name: 'x' } }, 'from.id'],
    ['no recipient', { ...message, recipient: undefined }, 'recipient'],
    ['no service URL', { ...message, serviceUrl: undefined }, 'serviceUrl'],
    ['a service URL of another kind', { ...message, serviceUrl: 'file:///etc' }, 'serviceUrl'],
    ['a service URL that is none', { ...message, serviceUrl: 'http://' }, 'serviceUrl'],
    ['a text that is too long', { ...message, text: 'x'.repeat(32 * 1024 + 1) }, 'text'],
    ['a text that is a list', { ...message, text: ['hi'] }, 'text'],
    ['a locale that is a list', { ...message, locale: ['sv'] }, 'locale'],
    ['a time that is none', { ...message, timestamp: 'now' }, 'timestamp'],
    ['channel data that is text', { ...message, channelData: 'x' }, 'channelData'],
    [
      'a tenant id that is an object',
      { ...message, channelData: { tenant: { id: {} } } },
      'channelData.tenant.id',
    ],
    ['entities that are no list', { ...message, entities: {} }, 'entities'],
    ['an entity without type', { ...message, entities: [{ type: 'a' }, {}] }, 'entities.1.type'],
    ['members without id', { ...message, membersAdded: [{ name: 'x' }] }, 'membersAdded.0.id'],
    ['an invoke without name', { ...message, type: 'invoke' }, 'name'],
    ['a value that is nested too deeply', { ...message, value: nested(80) }, 'body'],
  ];
  for (const [name, json, field] of wrong) {
    it(`refuses ${name}, naming ${field}`, () => {
      assert.deepEqual(parseActivity(json), { field });
    });
  }
});
