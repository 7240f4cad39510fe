import assert from 'node:assert/strict';
import { normalise } from '../../../understanding/reading/normalise.ts';
import { depends } from '../../../understanding/reading/patterns/dependence.ts';
import { understand } from '../../../understanding/understand.ts';

describe('What hangs on something else, or on another day', () => {
  for (const text of [
    'Premium for 30, paid yearly, unless it costs more than 600 a month',
    '30 Premium yearly provided the price stays the same',
    'Business Premium, 30, yearly, assuming the board says yes on Thursday',
    'Premium 30 yearly as long as there is a discount',
    'Premium 30 yearly if that gives us a rebate',
    'Premium, 30, yearly, from January',
    'Premium 30 yearly starting 1 March',
    'place the order once Anna has signed',
    'order it as soon as the PO is in',
    'ok in January',
    'my boss would say yearly but I have not asked',
    "my cousin's firm has Premium, 30 seats, paid yearly",
    'maybe we take Premium 30 yearly',
    'in case E3 is not possible: Premium 30 yearly',
    'Premium 30 årsvis om chefen går med på det',
    'Premium till 30, årsvis, från 1 januari',
    'årsvis, förutsatt att priset står sig',
    'beställ när Anna har godkänt',
    'vi kanske tar Premium 30 årsvis',
    'min svåger har Premium 30 årsvis',
  ]) {
    it(`is not gone on with: "${text}"`, () => {
      assert.equal(depends(normalise(text)), true);
      assert.equal(understand(text).stops, true);
      assert.equal(understand(text).consents, false);
    });
  }
  for (const text of [
    'premium 30 yearly if possible before Friday',
    "27 licences premium, annual, call me on 0301 5550142 if anything's off",
    'month to month so we can get out of it if the funding stops',
    'premium once a year on one invoice in January',
    "from 1 January we'll be 33, so 33 Premium yearly",
    'please put us down for 26, as soon as possible',
    'Premium, betalas en gång om året',
    'Om det går: Business Premium, 25 platser',
    'gör om det till 35',
    'premium, ring om det krånglar',
    'från 1 januari blir vi 33, så 33 Premium årsvis',
    'If we pay monthly, are we bound',
    'can we leave if somebody quits',
  ]) {
    it(`is something else than politeness, a reason or a question: "${text}"`, () => {
      assert.equal(depends(normalise(text)), false);
    });
  }
});

describe('What is wished of a plan for a day to come', () => {
  for (const text of [
    'om styrelsen säger ja på torsdag så blir det Office 365 E5 för 40',
    'säger rektorn ja på måndag blir det Office 365 E1 för 50',
    'premium 30 årsvis när nya budgetåret börjar',
    'ta Premium 30 årsvis i mars',
    'efter sommaren byter vi till Office 365 E3',
  ]) {
    it(`waits: "${text}"`, () => assert.equal(understand(text).postpones, true));
  }
  for (const text of [
    'Efter fusionen är vi fyrtio och behöver Microsoft 365 E5',
    'efter nyanställningarna i mars är vi 34, byt till Microsoft 365 E3',
    'Premium 28 st, och man ska kunna dra när man vill',
  ]) {
    it(`is wished now: "${text}"`, () => assert.equal(understand(text).postpones, false));
  }
  for (const text of [
    'Beställningen kan läggas så fort vi fått klartecken',
    'du får beställa det imorgon',
    'ordern får inte läggas',
  ]) {
    it(`orders nothing: "${text}"`, () => assert.equal(understand(text).consents, false));
  }
  it('is told from leave to order', () => {
    assert.equal(understand('Du får beställa det').consents, true);
    assert.equal(understand('Beställningen kan läggas.').consents, true);
  });
});
