import assert from 'node:assert/strict';
import { rememberSaid } from '../../../../bot/turn/text/said.ts';
import { aConversation } from '../../../support/storage/samples.ts';

const text = (said: string) => ({ activity: { type: 'message', text: said } });
const card = (name: string) => ({ activity: { type: 'message', attachments: [{ name }] } });

describe('What was said last', () => {
  it('is kept with who said it, cut, and without payment data or what only replaces a card', () => {
    const conversation = aConversation();
    rememberSaid(conversation, 'pay with 4111 1111 1111 1111\nnow', [
      text('x'.repeat(500)),
      card('review'),
      { ...card('plans'), replaces: '1' },
    ]);
    assert.deepEqual(conversation.said, [
      { by: 'customer', text: 'pay with •••• •••• •••• •••• now' },
      { by: 'bot', text: 'x'.repeat(120) },
      { by: 'bot', text: '[review]' },
    ]);
  });

  it('is the latest eight lines, whoever spoke, and nothing of a press that says nothing', () => {
    const conversation = aConversation();
    rememberSaid(conversation, '', []);
    assert.ok(!('said' in conversation));
    for (let turn = 0; turn < 9; turn += 1)
      rememberSaid(conversation, `${turn}`, [text(`to ${turn}`)]);
    assert.equal(conversation.said?.length, 8);
    assert.deepEqual(conversation.said?.at(-1), { by: 'bot', text: 'to 8' });
  });
});
