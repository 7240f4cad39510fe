import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PurchaseTerms } from '../../../commerce/model/terms.ts';
import { type Rhythm, spansOn } from '../../../sandbox/tenant/spans.ts';
import { runs } from '../../support/process/runs.ts';

const { compare, from } = Temporal.PlainDate;
const sold: readonly PurchaseTerms[] = [
  { term: 'P1M', billing: 'monthly' },
  { term: 'P1Y', billing: 'monthly' },
  { term: 'P1Y', billing: 'annual' },
  { term: 'P3Y', billing: 'monthly' },
  { term: 'P3Y', billing: 'annual' },
  { term: 'P3Y', billing: 'triennial' },
];

const day = (most: number) =>
  fc.integer({ min: 0, max: most }).map((days) => from('2027-01-01').add({ days }));
/** Ends of months come often. */
const anchors = fc.oneof(
  day(4 * 366),
  fc.constantFrom('2028-02-29', '2027-01-29', '2027-01-30', '2027-01-31', '2027-02-28').map(from),
);

const rhythms: fc.Arbitrary<Rhythm> = fc
  .record({
    anchor: anchors,
    later: fc.integer({ min: 0, max: 50 }),
    how: fc.constantFrom(...sold),
  })
  .map(({ anchor, later, how }) => ({
    anchor: anchor.toString(),
    termStart: anchor.add({ months: later }).toString(),
    ...how,
  }));

describe('Terms and charge periods', () => {
  const check = (holds: (rhythm: Rhythm, on: Temporal.PlainDate) => void): void => {
    const daysLater = fc.integer({ min: 0, max: 12 * 366 });
    fc.assert(
      fc.property(rhythms, daysLater, (rhythm, days) => {
        holds(rhythm, from(rhythm.termStart).add({ days }));
      }),
      { numRuns: runs },
    );
  };

  it('contain the day, and the next one begins where one ends', () => {
    check((rhythm, on) => {
      const spans = spansOn(rhythm, on);
      for (const name of ['running', 'cycle'] as const) {
        const { start, end } = spans[name];
        assert.ok(compare(start, on) <= 0 && compare(on, end) < 0, name);
        assert.deepEqual(spansOn(rhythm, end)[name].start, end);
        assert.deepEqual(spansOn(rhythm, end.subtract({ days: 1 }))[name], { start, end });
        assert.deepEqual(spansOn(rhythm, start)[name], { start, end });
      }
    });
  });

  it('no period passes the end of its term', () => {
    check((rhythm, on) => {
      const { running, cycle } = spansOn(rhythm, on);
      assert.ok(compare(running.start, cycle.start) <= 0);
      assert.ok(compare(cycle.end, running.end) <= 0);
    });
  });

  it('begin on the day of the very first one wherever the month has it, else on its last', () => {
    check((rhythm, on) => {
      const { day: wanted } = from(rhythm.anchor);
      const { running, cycle } = spansOn(rhythm, on);
      for (const { day: of, daysInMonth } of [running.start, running.end, cycle.start, cycle.end]) {
        assert.equal(of, Math.min(wanted, daysInMonth));
      }
    });
  });
});
