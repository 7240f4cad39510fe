import assert from 'node:assert/strict';
import {
  type EarlierReply,
  type Reply,
  rememberReply,
  rememberSent,
  replyTo,
} from '../../../bot/turn/answered.ts';
import {
  type Conversation,
  conversationSchema,
  type Outgoing,
} from '../../../storage/repositories/conversation.ts';
import { aConversation } from '../../support/storage/samples.ts';

const at = '2026-11-23T12:00:00Z';
const answer = (value: number) => ({ status: 200, body: { value } });
const reply = (value: number): Reply => ({
  answer: answer(value),
  outgoing: [],
  binding: false,
});
const text = (words: string): Outgoing => ({ activity: { type: 'message', text: words } });
const silent: Reply = { answer: undefined, outgoing: [], binding: false };
const known = ({ answer, outgoing }: Reply): EarlierReply => ({
  answer,
  outgoing,
  interrupted: false,
});

function stored(conversation: Conversation): Conversation {
  return conversationSchema.parse(JSON.parse(JSON.stringify(conversation)));
}

describe('An activity that comes again', () => {
  let conversation: Conversation;
  beforeEach(() => {
    conversation = aConversation();
  });

  it('is not known the first time', () => {
    assert.equal(replyTo(conversation, 'a1'), undefined);
  });

  it('gets the answer that the first one got, also from what is stored', () => {
    rememberReply(conversation, 'a1', at, reply(1));
    assert.deepEqual(replyTo(stored(conversation), 'a1'), known(reply(1)));
  });

  it('is known when it had no answer of its own', () => {
    rememberReply(conversation, 'a1', at, silent);
    assert.deepEqual(replyTo(conversation, 'a1'), known(silent));
  });

  it('is not mistaken for another one', () => {
    rememberReply(conversation, 'a1', at, reply(1));
    assert.equal(replyTo(conversation, 'a2'), undefined);
  });

  it('can not be known without an id', () => {
    for (const id of [undefined, '']) {
      rememberReply(conversation, id, at, reply(1));
      assert.equal(replyTo(conversation, id), undefined);
    }
    assert.deepEqual(conversation.answered, []);
  });

  it('is known among the last 64, and has its answer among the last 8', () => {
    for (let n = 1; n <= 70; n += 1) rememberReply(conversation, `a${n}`, at, reply(n));
    assert.equal(conversation.answered.length, 64);
    assert.equal(replyTo(conversation, 'a6'), undefined);
    assert.deepEqual(replyTo(conversation, 'a7'), known(silent));
    assert.deepEqual(replyTo(conversation, 'a62'), known(silent));
    assert.deepEqual(replyTo(conversation, 'a63'), known(reply(63)));
    assert.deepEqual(replyTo(conversation, 'a70'), known(reply(70)));
  });

  it('is told what tells of something done, until that is known to have arrived', () => {
    const outgoing = [text('one'), text('two'), { ...text('card'), token: 't1' }];
    rememberReply(conversation, 'a1', at, { answer: answer(1), outgoing, binding: true });
    rememberReply(conversation, 'a2', at, { outgoing: [text('other')], binding: true });
    assert.deepEqual(replyTo(stored(conversation), 'a1')?.outgoing, outgoing);
    rememberSent(conversation, 'a1', outgoing.slice(2));
    assert.deepEqual(replyTo(stored(conversation), 'a1')?.outgoing, outgoing.slice(2));
    rememberSent(conversation, 'a1', []);
    assert.deepEqual(replyTo(stored(conversation), 'a1'), known(reply(1)));
    assert.deepEqual(replyTo(stored(conversation), 'a2')?.outgoing, [text('other')]);
  });

  it('was interrupted when nobody knows whether it was told what can be asked again', () => {
    rememberReply(conversation, 'a1', at, { outgoing: [text('one')], binding: false });
    assert.deepEqual(replyTo(stored(conversation), 'a1'), {
      answer: undefined,
      outgoing: [],
      interrupted: true,
    });
    rememberSent(conversation, 'a1', []);
    assert.deepEqual(replyTo(stored(conversation), 'a1'), known(silent));
  });

  it('is told what is known not to have arrived', () => {
    rememberReply(conversation, 'a1', at, { outgoing: [text('one'), text('two')], binding: false });
    rememberSent(conversation, 'a1', [text('two')]);
    assert.deepEqual(replyTo(stored(conversation), 'a1')?.outgoing, [text('two')]);
  });

  it('was not interrupted when the conversation has gone on', () => {
    rememberReply(conversation, 'a1', at, { outgoing: [text('one')], binding: false });
    rememberReply(conversation, 'a2', at, silent);
    assert.deepEqual(replyTo(stored(conversation), 'a1'), known(silent));
  });
});
