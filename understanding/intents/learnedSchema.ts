/** What was learned, as an earlier start has kept it. */
import { z } from 'zod';
import type { Intent } from '../../locales/intents.ts';
import type { Learned } from './classifier.ts';

const schema = z
  .object({
    classes: z.array(z.string()).min(1),
    traits: z.object({
      hashes: z.instanceof(Int32Array),
      places: z.instanceof(Int32Array),
      size: z.int(),
    }),
    weights: z.object({
      ofTraits: z.instanceof(Int8Array),
      scale: z.number(),
      ofClasses: z.instanceof(Float32Array),
    }),
  })
  .refine(
    ({ classes, traits, weights }) =>
      traits.hashes.length === traits.places.length &&
      weights.ofTraits.length === traits.size * classes.length &&
      weights.ofClasses.length === classes.length,
  );

/** @returns undefined for anything else */
export function readLearned(kept: unknown): Learned<Intent> | undefined {
  return schema.safeParse(kept).data as Learned<Intent> | undefined;
}
