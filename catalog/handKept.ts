/** The facts that the product table lacks, kept by hand in `handKept.json`. */
import { z } from 'zod';
import { planSchema } from '../commerce/model/plan.ts';

const { family, segment, kind, name } = planSchema.shape;

const wordsSchema = z.array(z.string()).min(1);

export const handKeptSchema = z
  .object({
    /** Day of the table; to be set with each new one. */
    asOf: z.iso.date(),
    source: z.string(),
    /** Words of a name or String_Id by which a segment is known; without any it is commercial. */
    segments: z.array(z.object({ segment, words: wordsSchema })),
    /** Products that nobody upgrades: editions by the words in their names. */
    leftOut: z.array(z.object({ why: z.string(), words: wordsSchema })),
    /**
     * Product lines by their names, `*` for any ending, case aside. The first that fits decides;
     * what fits none is not shipped.
     */
    lines: z.array(z.object({ family, kind, names: wordsSchema })),
    /** By product id: what is known better than by the rules above and the table. */
    products: z.record(
      z.guid(),
      z
        .object({
          name: name.optional(),
          /** Names of service plans that its rows forget, since its twin or Microsoft's pages have them. */
          unlistedServicePlans: wordsSchema.optional(),
        })
        .strict(),
    ),
  })
  .strict();
export type HandKept = z.infer<typeof handKeptSchema>;
