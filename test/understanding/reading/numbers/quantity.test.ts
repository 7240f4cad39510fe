import assert from 'node:assert/strict';
import { quantityIn } from '../../../../understanding/reading/numbers/quantity.ts';

const told = (text: string): string | number | undefined => {
  const said = quantityIn(text);
  if (typeof said !== 'object') return said;
  if (said.is === 'count') return said.count;
  return said.is === 'more' ? `more ${said.by}` : said.is === 'times' ? `× ${said.factor}` : 'same';
};

const said: Record<string, [text: string, wanted: string | number | undefined][]> = {
  'is put together of its words': [
    ['a hundred and twenty employees', 120],
    ['hundra och fem licenser', 105],
    ['three dozen seats', 36],
    ['tre dussin licenser', 36],
    ['half a hundred', 50],
    ['tjugåtta styck', 28],
    ['tretti', 30],
  ],
  'is the result that is told after the sum': [
    ['two dozen plus six, so 30', 30],
    ['7 fewer than sixty... so 53', 53],
    ['vi hade tänkt 30, men ekonomi sa 32, så 32', 32],
    ['25 seats plus one', 26],
  ],
  'is known with a slip, and in any words': [
    ['thrity', 30],
    ['one hundred twenty five seats', 125],
    ['3 hundred', 300],
    ['add a dozen', 'more 12'],
    ['six people joined us', 'more 6'],
    ['seats += 5', 'more 5'],
    ['there are 34 of us', 34],
    ['one licence per person, we are 33', 33],
    ['raise it up to 30', 30],
    ['up to 30', 'unclear'],
    ['30 something', 'unclear'],
    ['3 too many', 'more -3'],
    ['two short', 'more 2'],
    ['30 too many', 'unclear'],
    ['two lads start on Monday, so add them', 'more 2'],
    ['28, including 3 new hires', 28],
    ['Somewhere from 30 to 40.', 'unclear'],
    ['add still 5 licences', 'more 5'],
    ['add another one', 'more 1'],
    ['use another one', undefined],
    ['two spare licences on top of ours', 'more 2'],
    ['2x nuvarande seats', '× 2'],
    ['the boss is in a meeting till 3', undefined],
    ['one invoice a year rather than twelve', undefined],
    ['Vi är 100 personer på 2 kontor.', 100],
    ['wrong number. 29.', 29],
    ['30 now, 10 later', 'unclear'],
    ['30 or as many as we have', 'unclear'],
  ],
  'is the sum of groups that are counted one by one': [
    ['19 in Lagos and 22 in Abuja', 41],
    ['14 in the kitchen, 8 front of house and 6 drivers', 28],
    ['four crews of eight', 32],
    ['two floors, 15 people each', 30],
    ['8 people in each of our 4 vans', 32],
    ['our 2 sites with 30 staff altogether', 30],
    ['412 pupils and 28 teachers, only the teachers need it', 'unclear'],
    ['30 in the office and 12 in the shop, but they need nothing', 'unclear'],
    ['Premium for 12 at the office and 20 in the shop, yearly', 'unclear'],
    ['we have 3 shops, 12 vans and 41 people, so give me 41', 41],
  ],
  'is what is added, whatever is told of today': [
    ['25 current users and one additional trainee', 'more 1'],
    ["we've 25 licences now and need three more", 'more 3'],
    ['from 25 Standard to 38 Premium', 38],
  ],
  'is none in a sum, a phone number, an address, or another product': [
    ['premium, 12 monthly payments', undefined],
    ['call 07700 900142', undefined],
    ["we're at 9 Mill Lane now", undefined],
    ['Project Plan 3', undefined],
    ['bump us 2 premium', undefined],
    ['split in 12', undefined],
  ],
  'is no other one for what stands in brackets': [['26 licences (25 + me)', 26]],
  'is no name of an order where one is to be made': [
    ['order 30 Business Premium yearly now', 30],
    ['please order 40 seats', 40],
    ['order 4711 is late', undefined],
  ],
  'is not what is owned today beside what is wished': [
    ['Byt våra 25 Standard till BP, 27 st', 27],
    ['move our 25 Standard to Premium', 25],
  ],
  'is not that of today, of an account or of how often to pay': [
    ['we are with 25 now but it must become 35', 35],
    ['vi e 26 nu men 29 på måndag så ta 29 st', 29],
    ['Premium till våra 29 lärare, betalas från läromedelskontot 5460', 29],
    ['25 volunteers, pay 1x per year', 25],
    ['Antal: 41 (fyrtioen). Dnr 2026/118.', 41],
  ],
  'may be a share of what is there': [
    ['20% more seats than now', '× 1.2'],
    ['10 procent fler', '× 1.1'],
    ['20 percent fewer', '× 0.8'],
  ],
  'is not clear where people are to go': [
    ['remove 3 users', 'unclear'],
    ['ta bort 3 användare', 'unclear'],
    ['remove 3 licenses', 'more -3'],
  ],
  'is the one that stands after a correction': [
    ['40 licenser, nej förresten 38', 38],
    ['bus premium for 30. sorry not 30, 40', 40],
    ['30 is too many, 28', 28],
    ['licences 25→30', 30],
    ['I said 40 not 30', 40],
    ['x40', 40],
    ['premium. 30. no 35.', 35],
    ['monthly and 30, no sorry yearly and 31', 31],
    ['30... sry 34', 34],
    ['i said 30 but meant 31', 31],
    ['I put 30 on the form, it ought to have been 35', 35],
  ],
  'is relative to today': [
    ['up it by 8', 'more 8'],
    ['höj antalet med 8', 'more 8'],
    ['take three off', 'more -3'],
    ['lägg på åtta', 'more 8'],
    ['10 till utöver dom vi har', 'more 10'],
    ['tre till och Premium', 'more 3'],
    ['one more', 'more 1'],
    ['tre gånger så många', '× 3'],
    ['dbl it', '× 2'],
  ],
  'is as many more as people come': [
    ['we hired 4 people so add those', 'more 4'],
    ['vi har anställt 12 pers, så 12 till', 'more 12'],
    ['2 nya i Malmö och 3 i Lund', 'unclear'],
  ],
  'is none of a paper, a person, a day or an hour': [
    ['31 licences, our PO is 20417', 31],
    ['PO 4711: 30 st', 30],
    ['inköpsordernr är 88213', undefined],
    ['33 seats, tel 555 0198', 33],
    ['42 användare, start 15/3', 42],
    ['kl 14.30: 27 användare', 27],
    ['Q-2026-118: 36 licences', 36],
  ],
  'is what it should become, not what there is': [
    ['25 today but should become 33', 33],
    ['dom har 25 men ska upp i 41', 41],
    ['25 std ska bli 30 premium', 30],
    ['28 instead of 30', 28],
    ['28 i stället för 30', 28],
    ['order 35, not 30', 35],
    ['yes, but change 30 to 34', 34],
    ['30 of our 45 employees', 30],
    ['26 employees + 4 contractors = 30 premium', 30],
    ['premium, 2 fewer than 30', 28],
    ['ta premium, 2 mindre än 30', 28],
    ['30 av våra 45 anställda', 30],
    ['10 nos. additional over existing', 'more 10'],
  ],
  'is asked where only a part of it is told': [
    ['25 plus whatever we need for the interns', 'unclear'],
    ['25 plus det som behövs till praktikanterna', 'unclear'],
    ['30 each for both offices', 'unclear'],
    ['30 var till båda kontoren', 'unclear'],
    ['twenty-five and a half', 'unclear'],
    ['en trettio stycken', 'unclear'],
    ['Premium for everyone except the two trainees', 'unclear'],
    ['premium till alla utom praktikanterna', 'unclear'],
    ['we are 30 but 4 leave; premium for the rest', 'unclear'],
    ['vi är 30 men 4 slutar; premium till resten', 'unclear'],
    ['premium for 26 employees and 4 contractors, yearly', 'unclear'],
    ['premium för 26 anställda och 4 konsulter', 'unclear'],
  ],
  'is none of what it costs': [
    ['22.80 per user, 32 users', 32],
    ['206,50 per licens, 32 licenser', 32],
  ],
  'is none where something else is many': [
    ['one more question', undefined],
    ['what is the weather like today?', undefined],
    ['1 year, 12 invoices', undefined],
    ['double check the address', undefined],
    ['give everyone a day off', undefined],
    ['twice the price', undefined],
  ],
};

describe('A number of licences', () => {
  for (const [kind, texts] of Object.entries(said)) {
    for (const [text, wanted] of texts) {
      it(`${kind}: "${text}"`, () => assert.equal(told(text), wanted));
    }
  }
});
