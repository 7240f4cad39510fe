/** One sentence of the exam, and what a careful colleague would do with it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const term = z.union([z.literal('ask'), z.string().regex(/^P\d[YM]\+\w+$/)]);

export const examItemSchema = z.object({
  at: z.enum(['fresh', 'plans', 'configure', 'review']),
  text: z.string(),
  does: z.string(),
  also: z.union([z.string(), z.looseObject({})]).optional(),
  /** A plan's name; `E3?` where one has to ask which; `none` for one that is not on offer. */
  to: z.string().optional(),
  quantity: z.union([z.literal('ask'), z.int()]).optional(),
  term: term.optional(),
  plans: z.array(z.string()).optional(),
});
export type ExamItem = z.infer<typeof examItemSchema>;

export type Half = 'work' | 'final';
export const exams = ['en-single', 'en-flow', 'sv-single', 'sv-flow'] as const;

/** @param half `work` to learn from, `final` only to be measured by */
export async function readExam(name: string, half: Half): Promise<ExamItem[]> {
  const path = join(import.meta.dirname, 'sets', `${name}.${half}.json`);
  return z.array(examItemSchema).parse(JSON.parse(await readFile(path, 'utf8')));
}
