/** `npm run holidays`: writes down the public holidays of all countries, from two years ago on. */
import { writeFileSync } from 'node:fs';
import { knownCountries, publicHolidaysOf } from './publicHolidays.ts';

const target = new URL('../commerce/base/data/holidays.json', import.meta.url);
const yearsBack = 2;
const yearsAhead = 14;

const { year } = Temporal.Now.plainDateISO();
const years = { first: year - yearsBack, last: year + yearsAhead };
const holidays = publicHolidaysOf(knownCountries().sort(), years);
// A country a line, so that one sees what changes.
const lines = Object.entries(holidays).map((entry) => entry.map((part) => JSON.stringify(part)));
const text = lines.map(([country, days]) => `  ${country}: ${days}`).join(',\n');
writeFileSync(
  target,
  `{"first": ${years.first}, "last": ${years.last}, "countries": {\n${text}\n}}\n`,
);
console.log(`Wrote the holidays of ${lines.length} countries, ${years.first} to ${years.last}`);
