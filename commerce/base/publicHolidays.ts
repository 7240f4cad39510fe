/** Public holidays of the world, as data: `npm run holidays` writes them. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const holidaysSchema = z.object({
  /** Years; both are in it. */
  first: z.number(),
  last: z.number(),
  /** By country and year: the days that are on no weekend, `MM-DD` and a space between. */
  countries: z.record(z.string(), z.record(z.string(), z.string())),
});

let holidays: z.infer<typeof holidaysSchema> | undefined;

/** Read when somebody asks for a day. */
export function loadHolidays(): z.infer<typeof holidaysSchema> {
  const file = new URL('data/holidays.json', import.meta.url);
  holidays ??= holidaysSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return holidays;
}

/** Whether a country rests on a working day. Outside of the years that are known none does. */
export function isPublicHoliday(country: string, day: Temporal.PlainDate): boolean {
  const found = loadHolidays().countries[country]?.[day.year];
  return found?.split(' ').includes(day.toString().slice(5)) ?? false;
}
