/** What holds for every answer to the form, whatever the numbers. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { money } from '../../../commerce/model/money.ts';
import type { PurchaseTerms } from '../../../commerce/model/terms.ts';
import { billingCycleSchema, termSchema } from '../../../commerce/model/terms.ts';
import { minimumQuantity } from '../../../commerce/quote/minimumQuantity.ts';
import { type Form, problemOf } from '../../../dialogs/upgrade/configureForm.ts';
import { runs } from '../../support/runs.ts';

const licences = fc.integer({ min: 0, max: 1_000_000 });
const terms: fc.Arbitrary<PurchaseTerms> = fc.record({
  term: fc.constantFrom(...termSchema.options),
  billing: fc.constantFrom(...billingCycleSchema.options),
});

const cases = fc.record({
  quantity: licences,
  assigned: licences,
  wanted: fc.integer({ min: -10, max: 1_000_000 }),
  /** Seats beyond the minimum, fewer than none when the family is full; none for no cap. */
  room: fc.option(fc.integer({ min: -300, max: 300 }), { nil: undefined }),
  sold: fc.array(terms, { maxLength: 6 }),
  answered: terms,
});

describe('every answer to the form', () => {
  it('is refused below the minimum, however it is paid and whatever the cap', () => {
    fc.assert(
      fc.property(cases, ({ quantity, assigned, wanted, room, sold, answered }) => {
        const minimum = minimumQuantity({ quantity, assigned });
        assert.ok(minimum >= quantity && minimum >= assigned && minimum >= 1);
        const form: Form = {
          sourceName: 'A',
          targetName: 'B',
          minimum,
          ...(room === undefined ? {} : { maximum: minimum + room }),
          options: sold.map((one) => ({ ...one, price: money(100, 'SEK'), assumed: false })),
        };
        const below = Math.min(wanted, minimum - 1);
        const problem = problemOf(form, { quantity: below, ...answered });
        assert.equal(problem?.key, 'dialogs.configure.tooFew');
        assert.equal(problem?.values.minimum, minimum);
      }),
      { numRuns: runs },
    );
  });
});
