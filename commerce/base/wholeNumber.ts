/** Whole numbers as people and clients write them. */
import { z } from 'zod';

/**
 * `7`, `"7"`, `"1 200"`, `"1,200"`: some clients send numbers as text. One kind of separator between
 * groups of three; `"1.5"` is not a count.
 */
const pattern = /^(\d+|\d{1,3}([ \u00a0\u202f.,'])\d{3}(\2\d{3})*)$/;

const writtenNumber = z
  .string()
  .trim()
  .max(20)
  .regex(pattern)
  .transform((value) => Number(value.replace(/\D/g, '')));

/** How many licences: at least one, and no more than anybody has. */
export const quantitySchema = z
  .union([z.number(), writtenNumber])
  .pipe(z.int().positive().max(1_000_000));
