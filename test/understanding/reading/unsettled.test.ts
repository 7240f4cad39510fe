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
  ]) {
    it(`is one else: "${text}"`, () => assert.equal(understand(text).stops, false));
  }
});
