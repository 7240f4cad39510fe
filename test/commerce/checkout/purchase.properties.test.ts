/** What holds for every wish to buy, whatever the numbers. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type PurchaseBounds, problemWith } from '../../../commerce/checkout/purchase.ts';
import { money } from '../../../commerce/model/money.ts';
import type { PurchaseTerms } from '../../../commerce/model/terms.ts';
import { billingCycleSchema, termSchema } from '../../../commerce/model/terms.ts';
import { minimumQuantity } from '../../../commerce/quote/minimumQuantity.ts';
import { runs } from '../../support/process/runs.ts';

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

describe('every wish to buy', () => {
  it('is refused below the minimum, however it is paid and whatever the cap', () => {
    fc.assert(
      fc.property(cases, ({ quantity, assigned, wanted, room, sold, answered }) => {
        const minimum = minimumQuantity({ quantity, assigned });
        assert.ok(minimum >= quantity && minimum >= assigned && minimum >= 1);
        const bounds: PurchaseBounds = {
          minimum,
          ...(room === undefined ? {} : { maximum: minimum + room }),
          options: sold.map((one) => ({ ...one, price: money(100, 'SEK'), assumed: false })),
        };
        const below = Math.min(wanted, minimum - 1);
        const problem = problemWith(bounds, { quantity: below, ...answered });
        assert.deepEqual(problem, { is: 'tooFew', minimum });
      }),
      { numRuns: runs },
    );
  });
});
