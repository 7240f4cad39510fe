import assert from 'node:assert/strict';
import { chosenReading, readingsOf } from '../../../dialogs/root/readings.ts';
import { type Exchange, withTalk } from '../../support/teams/transcript.ts';

const start: Exchange = ['upgrade', 'one subscription', 'Nothing stands in the way', '[plans]'];
const choose: Exchange = ['business premium', '=plans', '[configure]'];
/** Too little to be sure of one thing, and two things it may be. */
const unsure = 'the order thing';

const conversations: Record<string, Exchange[]> = {
  'It is asked which of two readings was meant, and a press on one says it': [
    [unsure, '[readings]'],
    ['press reading.choose {"choice":"status"}', '[status]'],
  ],
  'No press takes an order back: it shows how': [
    [unsure, '[readings]'],
    ['press reading.choose {"choice":"withdraw"}', 'no order here that could be taken back'],
  ],
  'The step that waits goes on waiting, and says what it takes': [
    start,
    choose,
    [unsure, 'Please type how many', '[readings]'],
    ['press reading.choose {"choice":"status"}', '[status]'],
    ['25, yearly', '=configure', '[review]'],
  ],
};

describe('A text that nothing understood, with likely readings', () => {
  for (const [name, table] of Object.entries(conversations)) {
    it(name, () => withTalk((talk) => talk.play(table)));
  }
});

describe('A reading that was offered', () => {
  const chosen: [choice: string, step: string | undefined, is: unknown][] = [
    ['status', undefined, { text: 'status' }],
    ['status', 'review', { text: 'status' }],
    ['upgrade', undefined, { text: 'upgrade' }],
    ['withdraw', 'plans', 'withdraw'],
    ['explain', 'review', { text: 'explain' }],
  ];
  for (const [choice, step, is] of chosen) {
    it(`is as good as typed: ${choice} with ${step ?? 'no step'}`, () => {
      assert.deepEqual(chosenReading(choice, step), is);
    });
  }

  const useless: [choice: string, step: string | undefined][] = [
    ['cancel', undefined],
    ['back', undefined],
    ['explain', 'plans'],
    ['upgrade', 'review'],
    ['placeOrder', 'review'],
  ];
  for (const [choice, step] of useless) {
    it(`is none where it would do nothing: ${choice} with ${step ?? 'no step'}`, () => {
      assert.equal(chosenReading(choice, step), undefined);
    });
  }

  it('is none of a question, nor of what rules alone decide', () => {
    assert.deepEqual(readingsOf('how much does Photoshop cost per user?', undefined), []);
    assert.deepEqual(readingsOf('place order', 'configure'), []);
  });
});
