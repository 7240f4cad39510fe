/** All open cases at a glance, so that a list of them reads no case. It follows the cases; they are the truth. */
import { z } from 'zod';
import { caseStateSchema, isOver, type SupportCase } from './case.ts';

const boardEntrySchema = z.object({
  id: z.string(),
  tenantId: z.string(),
  state: caseStateSchema,
  /** Of the customer. */
  name: z.string(),
  agent: z.object({ userId: z.string(), name: z.string() }).optional(),
  startedAt: z.iso.datetime(),
  answerBy: z.iso.datetime().optional(),
  revision: z.int().nonnegative(),
});
export type BoardEntry = z.infer<typeof boardEntrySchema>;

/** Some of the open cases. */
export const boardPartSchema = z.object({ v: z.literal(1), entries: z.array(boardEntrySchema) });
export type BoardPart = z.infer<typeof boardPartSchema>;

export interface CaseBoard {
  /** Unless a later revision stands there. One that is over is taken away. */
  put(one: SupportCase): Promise<void>;
  all(): Promise<BoardEntry[]>;
}

/** The entries when one has come so far; themselves when nothing changes. */
export function entriesWith(entries: BoardEntry[], one: SupportCase): BoardEntry[] {
  const known = entries.find(({ id }) => id === one.id);
  if (isOver(one)) return known ? entries.filter(({ id }) => id !== one.id) : entries;
  if (known && known.revision >= one.revision) return entries;
  return [...entries.filter(({ id }) => id !== one.id), entryOf(one)];
}

function entryOf({
  id,
  tenantId,
  state,
  openedBy,
  agent,
  startedAt,
  answerBy,
  revision,
}: SupportCase): BoardEntry {
  return {
    ...{ id, tenantId, state, name: openedBy.name, startedAt, revision },
    ...(agent ? { agent } : {}),
    ...(answerBy ? { answerBy } : {}),
  };
}
