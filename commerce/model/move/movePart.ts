/** The users of a move, in batches, and how far each has come. */
import { z } from 'zod';

/**
 * How far one user has come. `confirmed`: read again afterwards, and so it is. `unneeded`: there was
 * nothing to move any more. `refused`: with a reason, and can be tried again.
 */
export const moverStateSchema = z.enum(['waiting', 'moved', 'confirmed', 'unneeded', 'refused']);

/** A licence as a user had it. */
const heldSchema = z.object({
  /** Service plans that were off, by id. */
  disabledPlans: z.array(z.string()),
  /** The user had the target beside it. */
  hadTarget: z.boolean().optional(),
});
export type Held = z.infer<typeof heldSchema>;

export const moverSchema = z.object({
  /** Absent for a name that belongs to nobody with the source. */
  id: z.string().optional(),
  name: z.string(),
  userName: z.string(),
  /** As planned (`SwapPlan`, `KeepPlan` and `FreePlan` of `commerce/licences/`); open. */
  kind: z.string(),
  /** Name of the group that gives the licence, where one does. */
  group: z.string().optional(),
  state: moverStateSchema,
  /** Of a refusal, Microsoft's class of it (R49) or ours; open. */
  reason: z.string().optional(),
  /** What Microsoft said with it, for support. */
  text: z.string().optional(),
  /** A call may have been made: the user is read before it is made again. */
  tried: z.boolean().optional(),
  /** The licence of the source as it was, written before the call is made. */
  before: heldSchema.optional(),
  /** In an undo: what is given back. */
  restore: heldSchema.optional(),
  /** Names of services that stay off with the target, and of those that have no counterpart there. */
  keptOff: z.array(z.string()),
  unmapped: z.array(z.string()),
});
export type Mover = z.infer<typeof moverSchema>;

/** How many users are in which state, and of those that are left, for which reasons. */
export const tallySchema = z.object({
  /** By `moverStateSchema`. */
  states: z.record(z.string(), z.int()),
  reasons: z.record(z.string(), z.int()),
});
export type Tally = z.infer<typeof tallySchema>;

/** One batch of a move. */
export const movePartSchema = z.object({
  v: z.literal(1),
  moveId: z.string(),
  tenantId: z.string(),
  index: z.int().nonnegative(),
  /** The newest pass that has come here. */
  pass: z.int().nonnegative(),
  /** `begun`: calls of that pass may have been made. */
  phase: z.enum(['open', 'begun', 'done']),
  /** What the move has counted of it before that pass. */
  counted: tallySchema,
  users: z.array(moverSchema),
});
export type MovePart = z.infer<typeof movePartSchema>;
