import assert from 'node:assert/strict';
import { answerOf, rememberAnswer } from '../../../bot/turn/answered.ts';
import {
  type Conversation,
  conversationSchema,
} from '../../../storage/repositories/conversation.ts';
import { aConversation } from '../../storage/samples.ts';

const at = '2026-11-23T12:00:00Z';
const answer = (value: number) => ({ status: 200, body: { value } });

describe('An activity that comes again', () => {
  let conversation: Conversation;
  beforeEach(() => {
    conversation = aConversation();
  });

  it('is not known the first time', () => {
    assert.equal(answerOf(conversation, 'a1'), undefined);
  });

  it('gets the answer that the first one got, also from what is stored', () => {
    rememberAnswer(conversation, 'a1', at, answer(1));
    const stored = conversationSchema.parse(JSON.parse(JSON.stringify(conversation)));
    assert.deepEqual(answerOf(stored, 'a1'), { response: answer(1) });
  });

  it('is known when it had no answer of its own', () => {
    rememberAnswer(conversation, 'a1', at, undefined);
    assert.deepEqual(answerOf(conversation, 'a1'), {});
  });

  it('is not mistaken for another one', () => {
    rememberAnswer(conversation, 'a1', at, answer(1));
    assert.equal(answerOf(conversation, 'a2'), undefined);
  });

  it('can not be known without an id', () => {
    for (const id of [undefined, '']) {
      rememberAnswer(conversation, id, at, answer(1));
      assert.equal(answerOf(conversation, id), undefined);
    }
    assert.deepEqual(conversation.answered, []);
  });

  it('is known among the last 64, and has its answer among the last 8', () => {
    for (let n = 1; n <= 70; n += 1) rememberAnswer(conversation, `a${n}`, at, answer(n));
    assert.equal(conversation.answered.length, 64);
    assert.equal(answerOf(conversation, 'a6'), undefined);
    assert.deepEqual(answerOf(conversation, 'a7'), {});
    assert.deepEqual(answerOf(conversation, 'a62'), {});
    assert.deepEqual(answerOf(conversation, 'a63'), { response: answer(63) });
    assert.deepEqual(answerOf(conversation, 'a70'), { response: answer(70) });
  });
});
