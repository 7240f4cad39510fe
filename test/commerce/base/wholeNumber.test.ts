import assert from 'node:assert/strict';
import { quantitySchema } from '../../../commerce/base/wholeNumber.ts';

describe('a number of licences that was typed', () => {
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
    ['1’000', 1000],
    ['1´000', 1000],
    ['1.000', 1000],
    ['1,000', 1000],
    ['25,0', 25],
    ['25.0', 25],
    ['25.00', 25],
    ['1,000.00', 1000],
    ['1.000,0', 1000],
    ['1 000,00', 1000],
    ['１００', 100],
    ['٧', 7],
    ['3\ufe0f\u20e30\ufe0f\u20e3', 30],
    ['\u200b25\u200b', 25],
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
    '12,34',
    '1.000.0',
    '1.000.00',
    '25.',
    '25.000.0',
    '0.0',
    '10½',
    '10²',
    '1e9',
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
