/** What cards send back, checked. Everything here comes from a stranger. */
import { z } from 'zod';
import { addressSchema } from '../commerce/account.ts';
import { billingCycleSchema, termSchema } from '../commerce/terms.ts';
import { type Verb, verbs } from './verbs.ts';

/** Part of every button's data. */
export const submissionSchema = z.object({
  v: z.literal(1),
  verb: z.enum(verbs as [Verb, ...Verb[]]),
  token: z.string().min(1).max(64),
  choice: z.string().max(64).optional(),
});
export type Submission = z.infer<typeof submissionSchema>;

/** `7`, `"7"`, `"1 200"`, `"1,200"`: some clients send numbers as text. `"1.5"` is not a count. */
const wholeNumber = /^(\d+|\d{1,3}([ \u00a0\u202f.,']\d{3})+)$/;

export const quantitySchema = z
  .union([z.number(), z.string().trim().max(20).regex(wholeNumber)])
  .transform((value) => Number(String(value).replace(/[ \u00a0\u202f,']|\.(?=\d{3})/g, '')))
  .pipe(z.int().positive().max(1_000_000));

export const configureInputSchema = z.object({
  quantity: quantitySchema,
  term: termSchema,
  billing: billingCycleSchema,
});
export type ConfigureInput = z.infer<typeof configureInputSchema>;

export const soldToInputSchema = addressSchema.omit({ country: true });
export const paymentInputSchema = z.object({ paymentMethod: z.string().min(1).max(64) });
/** A multi-select ChoiceSet answers with a comma between the values. */
export const compareInputSchema = z.object({
  compare: z
    .string()
    .max(200)
    .transform((value) => value.split(',').filter(Boolean)),
});
