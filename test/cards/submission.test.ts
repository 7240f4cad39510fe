import assert from 'node:assert/strict';
import {
  compareInputSchema,
  configureInputSchema,
  paymentInputSchema,
  soldToInputSchema,
  submissionSchema,
} from '../../cards/submission.ts';
import { quantitySchema } from '../../commerce/base/wholeNumber.ts';

const submission = { v: 1, verb: 'plan.choose', token: 'abc', choice: 'x' };

describe('a number of licences from a card', () => {
  const taken: [sent: unknown, number: number][] = [
    [7, 7],
    ['7', 7],
    [' 7 ', 7],
    ['007', 7],
    ['1200', 1200],
    ['1 200', 1200],
    ['1\u00a0200', 1200],
    ['1\u202f200', 1200],
    ['1,200', 1200],
    ['1.200', 1200],
    ["1'000'000", 1_000_000],
  ];
  for (const [sent, number] of taken) {
    it(`takes ${JSON.stringify(sent)} as ${number}`, () => {
      assert.equal(quantitySchema.parse(sent), number);
    });
  }

  const refused: unknown[] = [
    '',
    ' ',
    '0',
    0,
    -1,
    '-1',
    '+7',
    '1.5',
    '1,5',
    1.5,
    1.234,
    '1,20',
    '1,200.5',
    '1,200.500',
    '1 200,300',
    ',200',
    '1e3',
    '0x10',
    1e9,
    1e21,
    '1000001',
    Number.NaN,
    Number.POSITIVE_INFINITY,
    'Infinity',
    '٧',
    '7 licences',
    '9'.repeat(400),
    null,
    undefined,
    true,
    [7],
    { valueOf: 7 },
  ];
  for (const sent of refused) {
    it(`refuses ${String(JSON.stringify(sent) ?? sent).slice(0, 30)}`, () => {
      assert.equal(quantitySchema.safeParse(sent).success, false);
    });
  }
});

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

describe('the answers to a card', () => {
  it('take a term and a cycle only from the words we sell in', () => {
    const answer = { quantity: '25', term: 'P1Y', billing: 'annual' };
    assert.deepEqual(configureInputSchema.parse(answer), { ...answer, quantity: 25 });
    for (const change of [{ term: 'P2Y' }, { billing: 'weekly' }, { term: 'toString' }])
      assert.equal(configureInputSchema.safeParse({ ...answer, ...change }).success, false);
  });

  it('tidy an address and leave its country alone', () => {
    const sent = {
      name: '  Contoso \n AB ',
      street: 'Storgatan 1',
      city: 'Stockholm',
      postalCode: '111 22',
      country: 'US',
    };
    assert.deepEqual(soldToInputSchema.parse(sent), {
      name: 'Contoso AB',
      street: 'Storgatan 1',
      city: 'Stockholm',
      postalCode: '111 22',
    });
    for (const change of [{ name: '   ' }, { street: 'x'.repeat(121) }, { city: 7 }])
      assert.equal(soldToInputSchema.safeParse({ ...sent, ...change }).success, false);
  });

  it('split the plans to compare at commas', () => {
    assert.deepEqual(compareInputSchema.parse({ compare: 'a,b' }), { compare: ['a', 'b'] });
    assert.deepEqual(compareInputSchema.parse({ compare: '' }), { compare: [] });
    assert.equal(compareInputSchema.safeParse({ compare: ['a', 'b'] }).success, false);
  });

  it('name a payment method', () => {
    assert.deepEqual(paymentInputSchema.parse({ paymentMethod: 'pm-1' }), {
      paymentMethod: 'pm-1',
    });
    assert.equal(paymentInputSchema.safeParse({ paymentMethod: '' }).success, false);
  });
});
