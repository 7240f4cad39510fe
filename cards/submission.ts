/** What cards send back, checked. Everything here comes from a stranger. */
import { z } from 'zod';
import { addressSchema } from '../commerce/model/account.ts';
import { billingCycleSchema, termSchema } from '../commerce/model/terms.ts';
import { type Verb, verbs } from './verbs.ts';

/** Part of every button's data. */
export const submissionSchema = z.object({
  v: z.literal(1),
  verb: z.enum(verbs as [Verb, ...Verb[]]),
  token: z.string().min(1).max(64),
  choice: z.string().max(64).optional(),
});
export type Submission = z.infer<typeof submissionSchema>;

/**
 * `7`, `"7"`, `"1 200"`, `"1,200"`: some clients send numbers as text. One kind of separator between
 * groups of three; `"1.5"` is not a count.
 */
const wholeNumber = /^(\d+|\d{1,3}([ \u00a0\u202f.,'])\d{3}(\2\d{3})*)$/;

const writtenNumber = z
  .string()
  .trim()
  .max(20)
  .regex(wholeNumber)
  .transform((value) => Number(value.replace(/\D/g, '')));

export const quantitySchema = z
  .union([z.number(), writtenNumber])
  .pipe(z.int().positive().max(1_000_000));

export const configureInputSchema = z.object({
  quantity: quantitySchema,
  term: termSchema,
  billing: billingCycleSchema,
});

/** What a person typed into one line: white space is tidied before the limits are checked. */
const typedLine = z.string().transform((value) => value.replace(/\s+/g, ' ').trim());

export const soldToInputSchema = z.object({
  name: typedLine.pipe(addressSchema.shape.name),
  street: typedLine.pipe(addressSchema.shape.street),
  city: typedLine.pipe(addressSchema.shape.city),
  postalCode: typedLine.pipe(addressSchema.shape.postalCode),
});

export const paymentInputSchema = z.object({ paymentMethod: z.string().min(1).max(64) });
/** A multi-select ChoiceSet answers with a comma between the values. */
export const compareInputSchema = z.object({
  compare: z
    .string()
    .max(400)
    .transform((value) => value.split(',').filter(Boolean)),
});
