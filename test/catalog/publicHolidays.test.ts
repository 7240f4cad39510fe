import assert from 'node:assert/strict';
import { knownCountries, publicHolidaysOf } from '../../catalog/publicHolidays.ts';
import { loadHolidays } from '../../commerce/base/publicHolidays.ts';

/** With a church's year, the moon's, the sun's, days made up for on a Monday, and half of Friday and Saturday free. */
const telling = ['SE', 'US', 'GB', 'JP', 'SA', 'DE'];
/** Years after which npm run holidays must have run again. */
const leastAhead = 5;

describe('the public holidays that are written down', () => {
  const { first, last, countries } = loadHolidays();

  for (const country of telling) {
    it(`are those that date-holidays knows of ${country}`, () => {
      const written = { [country]: countries[country] };
      assert.deepEqual(written, publicHolidaysOf([country], { first, last }));
      assert(Object.keys(written[country] ?? {}).length === last - first + 1);
    });
  }

  it('are those of every country that it knows', () => {
    assert.deepEqual(Object.keys(countries), knownCountries().sort());
  });

  it('reach years ahead: else npm run holidays', () => {
    assert(last >= Temporal.Now.plainDateISO().year + leastAhead);
  });
});
