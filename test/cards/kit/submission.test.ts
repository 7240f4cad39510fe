import assert from 'node:assert/strict';
import { verbs } from '../../../cards/cards.ts';
import { submissionOf } from '../../../cards/kit/submission.ts';

const submissionSchema = submissionOf(verbs);
const submission = { v: 1, verb: 'plan.choose', token: 'abc', choice: 'x' };

describe('the data of a button', () => {
  it('is taken with and without a choice', () => {
    const { choice, ...without } = submission;
    assert.equal(choice, 'x');
    assert.deepEqual(submissionSchema.parse(submission), submission);
    assert.deepEqual(submissionSchema.parse(without), without);
  });

  it('keeps nothing but what it declares', () => {
    const sent = JSON.parse(
      '{"v":1,"verb":"order.place","token":"t","price":1,"__proto__":{"choice":"x","polluted":1}}',
    );
    const read = submissionSchema.parse(sent);
    assert.deepEqual(Object.keys(read).sort(), ['token', 'v', 'verb']);
    assert.equal(read.choice, undefined);
    assert.equal('polluted' in {}, false);
  });

  const broken: Record<string, unknown> = {
    'another version': { ...submission, v: 2 },
    'a version as text': { ...submission, v: '1' },
    'an unknown verb': { ...submission, verb: 'order.free' },
    'a verb from the prototype': { ...submission, verb: 'constructor' },
    'the verb __proto__': { ...submission, verb: '__proto__' },
    'an empty token': { ...submission, token: '' },
    'a token that is too long': { ...submission, token: 'x'.repeat(65) },
    'a token that is no text': { ...submission, token: { $ne: '' } },
    'a choice that is no text': { ...submission, choice: 3 },
    'a choice that is too long': { ...submission, choice: 'x'.repeat(65) },
    'no data': undefined,
    'a text': 'order.place',
    'a list': [submission],
  };
  for (const [what, sent] of Object.entries(broken)) {
    it(`is refused with ${what}`, () => {
      assert.equal(submissionSchema.safeParse(sent).success, false);
    });
  }
});
