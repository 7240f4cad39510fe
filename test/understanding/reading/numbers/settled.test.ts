import assert from 'node:assert/strict';
import { quantityIn } from '../../../../understanding/reading/numbers/quantity.ts';

const count = (text: string): unknown => {
  const said = quantityIn(text);
  if (typeof said !== 'object') return said;
  return said.is === 'count' ? (said.leavesRest ? `${said.count} of them` : said.count) : said.is;
};

const told: Record<string, [text: string, count: unknown][]> = {
  'are clear where one is the sum of the others': [
    ['we have 25 and three join on Monday, so Premium for all 28', 28],
    ['vi behöver 31, vi har 25 licenser och sex nya lärare börjar', 31],
    ['we have 25 and 3 join on Monday, so Premium for all 29', 'unclear'],
  ],
  'are clear where the last one was said before': [
    ["we're 25, next month we'll be 31, so let's go 31", 31],
    ['30 or 40 for Premium', 'unclear'],
  ],
  'are of a part where the others are to stay': [
    ['Premium for 20 of us and leave the other five as they are', '20 of them'],
    ['22 licenser flyttas till Premium, övriga ligger kvar', '22 of them'],
    ['make it 30 and leave the rest as it is', 30],
  ],
  'are multiplied where they are spoken of again': [
    ['we are 25, double it, Premium', 50],
    ['we are 25 or 26, double it', 'unclear'],
  ],
  'are none of what is given up': [['Premium instead of what we have', undefined]],
  'are read past a word that is written as one': [['E3 4 the whole school, 120 licences', 120]],
  'are not clear where people are gone': [['we had 40 but 6 left, Premium', 'unclear']],
  'are not clear where some are added without saying how many': [
    ['E5 for everyone plus a few spare', 'unclear'],
    ['Premium åt alla och några extra', 'unclear'],
  ],
};

describe('Several numbers', () => {
  for (const [requirement, sentences] of Object.entries(told)) {
    it(requirement, () => {
      for (const [text, wanted] of sentences) assert.equal(count(text), wanted, text);
    });
  }
});
