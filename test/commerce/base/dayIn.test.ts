import assert from 'node:assert/strict';
import { dayIn } from '../../../commerce/base/dayIn.ts';

describe('The day in a time zone', () => {
  const rows: [timeZone: string, instant: string, day: string][] = [
    ['Europe/Stockholm', '2026-11-25T22:59:59.999999999Z', '2026-11-25'],
    ['Europe/Stockholm', '2026-11-25T23:00:00Z', '2026-11-26'],
    ['America/Los_Angeles', '2026-11-25T23:00:00Z', '2026-11-25'],
    ['Asia/Kathmandu', '2026-11-25T18:14:59Z', '2026-11-25'],
    ['Asia/Kathmandu', '2026-11-25T18:15:00Z', '2026-11-26'],
    ['Europe/Stockholm', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['UTC', '1969-12-31T23:59:59Z', '1969-12-31'],
  ];
  for (const [timeZone, instant, day] of rows) {
    it(`is ${day} at ${instant} in ${timeZone}`, () => {
      assert.equal(dayIn(timeZone, Temporal.Instant.from(instant)), day);
      assert.equal(dayIn(timeZone, Temporal.Instant.from(instant)), day);
    });
  }
});
