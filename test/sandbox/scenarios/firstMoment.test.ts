import assert from 'node:assert/strict';
import { type FirstMoment, nextMoment } from '../../../sandbox/scenarios/firstMoment.ts';

const spring: FirstMoment = { month: 4, day: 11, at: '09:00' };

describe('The moment at which a scenario begins', () => {
  const cases: [now: string, when: string, moment: string][] = [
    ['2026-11-25T13:00:00Z', 'the next one', '2027-04-11T13:00:00Z'],
    ['2027-04-11T13:00:00Z', 'this very moment', '2027-04-11T13:00:00Z'],
    ['2027-04-11T13:00:01Z', 'not that of a leap year', '2029-04-11T13:00:00Z'],
    ['2028-01-01T00:00:00Z', 'not that of a leap year', '2029-04-11T13:00:00Z'],
    ['2027-01-01T03:00:00Z', 'told in the time zone of the tenant', '2027-04-11T13:00:00Z'],
  ];
  for (const [now, when, moment] of cases) {
    it(`is ${when}, seen from ${now}`, () => {
      const found = nextMoment(spring, 'America/New_York', Temporal.Instant.from(now));
      assert.equal(found.toString(), moment);
    });
  }
});
