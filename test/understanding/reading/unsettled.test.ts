import assert from 'node:assert/strict';
import { understand } from '../../../understanding/understand.ts';

describe('A plan, a number and a way to pay in one sentence', () => {
  for (const text of [
    'Anna wants Premium, 30, yearly but I say no',
    'had we chosen Premium 30 yearly it would have cost more',
    'a trial of Premium for 30 on monthly terms',
    'Premium 30 yearly for our sister company, nothing changes here',
    'Premium 30 yearly, or no, let us wait',
    'stop Premium 30 yearly',
    'Premium yearly for 30 plus the boss',
    'Premium 30, monthly now and yearly next year',
    'Anna vill ha Premium, 30, årsvis men jag säger nej',
    'hade vi valt Premium 30 årsvis hade det kostat mer',
    'räkna på Premium 30 årsvis',
    'Premium 30 på prov en månad',
    'Premium 30 årsvis tack, dock först efter semestern',
    'Premium till 30 men bara 20 första halvåret, årsvis',
    'Chefen vill ha Premium för 30 årsvis men jag håller inte med',
    'Premium för 30 årsvis vore vansinne',
    'Grannen vill ha Premium för 30 årsvis',
    'Premium för 30 årsvis när Standard går ut i maj',
    '32 Business Premium per månad, men inte utan att Bengt sett det',
    '32 Business Premium per månad, kör igång det på torsdag',
    '32 Business Premium per månad tackade vi nej till',
    'Premium 30 årsvis, fast kassören är tveksam',
    'Premium 35 årsvis ligger ute på remiss',
    'Premium 35 årsvis, inväntar attest',
    'Premium 35 årsvis, förhoppningsvis',
    'Premium 35 årsvis är redan beställt',
    'Premium 35 årsvis vid förnyelsen',
    '34 Premium årsvis, fast Standard räcker nog',
    '34 Premium årsvis fast i en ny tenant',
    '34 Premium årsvis till samma pris som Standard',
    'Premium 35 årsvis, om inte priset stiger',
  ]) {
    it(`is no wish for just that where it may be said of something else: "${text}"`, () => {
      assert.equal(understand(text).stops, true);
    });
  }
  for (const text of [
    'Premium 30 yearly please, Anna says hi',
    'Microsoft 365 E3, 26 seats, no contract so we can stop whenever',
    'Premium, 30, månadsvis, så att vi kan sluta när vi vill',
    'not 25 but 30 Premium, yearly',
    'Premium 30 årsvis, men det är bråttom',
    'Premium 30, ett år men betala varje månad',
    'ta Premium 30 årsvis, men inte E3 som vi sa sist',
  ]) {
    it(`is one else: "${text}"`, () => assert.equal(understand(text).stops, false));
  }
});
