import assert from 'node:assert/strict';
import { addBusinessDays } from '../../../commerce/base/businessDays.ts';

describe('Business days', () => {
  const days: [why: string, from: string, count: number, country: string, then: string][] = [
    ['a working week', '2026-11-23', 2, 'SE', '2026-11-25'],
    ['from a Friday over the weekend', '2026-11-27', 2, 'SE', '2026-12-01'],
    ['from a Thursday', '2026-11-26', 2, 'SE', '2026-11-30'],
    ['from a Saturday', '2026-11-28', 2, 'SE', '2026-12-01'],
    ['from a Sunday', '2026-11-29', 1, 'SE', '2026-11-30'],
    ['before Christmas', '2026-12-22', 2, 'SE', '2026-12-28'],
    ['before New Year', '2026-12-30', 2, 'SE', '2027-01-05'],
    ['before Midsummer', '2026-06-17', 2, 'SE', '2026-06-22'],
    ['before Easter', '2026-04-01', 2, 'SE', '2026-04-07'],
    ['before Thanksgiving', '2026-11-25', 2, 'US', '2026-11-30'],
    ['with a holiday made up for on a Monday', '2026-12-24', 2, 'GB', '2026-12-30'],
    ['in a country that nobody knows', '2026-12-24', 2, 'XX', '2026-12-28'],
    [
      'after the years that are written down, with weekends only',
      '2098-12-23',
      2,
      'SE',
      '2098-12-25',
    ],
    ['before them, likewise', '2001-12-24', 1, 'SE', '2001-12-25'],
    ['none at all', '2026-11-28', 0, 'SE', '2026-11-28'],
    ['over a leap day', '2028-02-28', 2, 'SE', '2028-03-01'],
  ];
  for (const [why, from, count, country, then] of days) {
    it(`${why}: ${from} and ${count} days in ${country} are ${then}`, () => {
      assert.equal(addBusinessDays(from, count, country), then);
    });
  }

  describe('wherever the process runs', () => {
    const home = process.env.TZ;
    afterEach(() => {
      if (home === undefined) delete process.env.TZ;
      else process.env.TZ = home;
    });
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Tokyo']) {
      it(`are those of the country, also in ${zone}`, () => {
        process.env.TZ = zone;
        assert.equal(addBusinessDays('2026-12-24', 2, 'GB'), '2026-12-30');
        assert.equal(addBusinessDays('2026-12-22', 2, 'SE'), '2026-12-28');
        assert.equal(addBusinessDays('2026-11-25', 1, 'US'), '2026-11-27');
      });
    }
  });
});
