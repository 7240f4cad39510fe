/** Whole numbers as people and clients write them. */
import { z } from 'zod';
import { plainText } from './plainText.ts';

/**
 * `7`, `"7"`, `"1 200"`, `"1,200"`, `"25.0"`: some clients send numbers as text. One kind of separator
 * between groups of three, and another one before decimals, which are zero: `"1.5"` is not a count.
 * Three digits after a single separator are a group: `"1.000"` is a thousand.
 */
const pattern = /^(?:\d+|\d{1,3}([ .,'])\d{3}(?:\1\d{3})*(?!\1))(?:[.,]0{1,2})?$/;

const writtenNumber = z
  .string()
  .max(100)
  .transform(plainText)
  .pipe(z.string().max(20).regex(pattern))
  .transform((value) => Number(value.replace(/[.,]0{1,2}$/, '').replace(/\D/g, '')));

/** How many licences: at least one, and no more than anybody has. */
export const quantitySchema = z
  .union([z.number(), writtenNumber])
  .pipe(z.int().positive().max(1_000_000));
