/** What cards send back, checked. Everything here comes from a stranger. */
import { z } from 'zod';
import { quantitySchema } from '../commerce/base/wholeNumber.ts';
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
