/**
 * Users on their way from one product to another, or to none: then their licences come free. The move says
 * how far it has come; who they are stands in its parts, of a batch each, so that no document grows with the
 * tenant.
 */
import { z } from 'zod';
import { noticeStateSchema, shownCardSchema } from '../notice.ts';
import { moverSchema, tallySchema } from './movePart.ts';

/**
 * `planning`: users are gathered, nothing is changed. `planned`: a dry run that waits for a yes.
 * `awaiting`: the upgrade whose users it is about is not over.
 * `verifying`: all have been tried, and the directory is read again. `stopped`: by a person; what was
 * moved stays moved.
 */
export const moveStateSchema = z.enum([
  'planning',
  'planned',
  'awaiting',
  'running',
  'paused',
  'verifying',
  'done',
  'doneWithUsersLeft',
  'stopped',
]);
export type MoveState = z.infer<typeof moveStateSchema>;

/**
 * Who was asked for. `chosen` by id, `listed` by name. `away`: those who are known not to have signed in for so
 * many days, since before that instant. `undo`: those whom another move has moved. `order`: those whom an upgrade
 * moves, and who have services off that are to stay off.
 */
export const selectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('department'), department: z.string() }),
  z.object({ kind: z.literal('group'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('chosen'), count: z.int() }),
  z.object({ kind: z.literal('listed'), count: z.int() }),
  z.object({
    kind: z.literal('away'),
    days: z.int().positive(),
    before: z.iso.datetime(),
  }),
  z.object({ kind: z.literal('undo'), moveId: z.string() }),
  z.object({ kind: z.literal('order'), orderId: z.string() }),
]);
export type Selection = z.infer<typeof selectionSchema>;

export const moveNoticeKindSchema = z.enum([
  'planned',
  'done',
  'doneWithUsersLeft',
  'noLicences',
  'interrupted',
  'kept',
  'keptSome',
  'notNoted',
  'notKept',
]);
export type MoveNoticeKind = z.infer<typeof moveNoticeKindSchema>;

export const moveNoticeSchema = noticeStateSchema.extend({
  kind: moveNoticeKindSchema,
  /** Tenant's time. */
  at: z.iso.datetime(),
});
export type MoveNotice = z.infer<typeof moveNoticeSchema>;

export const moveSchema = z.object({
  v: z.literal(1),
  id: z.string(),
  tenantId: z.string(),
  conversation: z.string(),
  userId: z.string(),
  /** Name of who asked for it. */
  by: z.string(),
  /**
   * In lower case. What an undo gives back is its target. Without a target the licence of the source is
   * taken, or given back by an undo.
   */
  sourceSkuId: z.guid(),
  targetSkuId: z.guid().optional(),
  /** The subscription that can be upgraded, or changed, once its licences have come free. */
  subscriptionId: z.string().optional(),
  selection: selectionSchema,
  state: moveStateSchema,
  /** While it is planned. */
  gathering: z
    .object({
      /** Pages, or whatever else users come from, that were taken; and where the next one is. */
      taken: z.int().nonnegative(),
      next: z.string().optional(),
      /** Those who fill no part yet. */
      rest: z.array(moverSchema),
      /** Ids, or names in lower case, that were asked for and not met yet. */
      wanted: z.array(z.string()),
      /** Somebody is to be told when it is planned. */
      tells: z.boolean(),
    })
    .optional(),
  /** Users with a licence of the source before any was taken, and how often these were counted again since. */
  counted: z.object({ before: z.int(), looks: z.int() }).optional(),
  /** What the source contained before an upgrade: afterwards it may be gone. */
  sourceServices: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
  parts: z.int().nonnegative(),
  /** As planned: how many users of which kind. */
  planned: z.record(z.string(), z.int()),
  tally: tallySchema,
  /** All parts are gone through once in each pass, in order. */
  pass: z.object({
    kind: z.enum(['move', 'verify']),
    number: z.int().positive(),
    /** The next part. */
    at: z.int().nonnegative(),
    /** Refused users are tried again. */
    again: z.boolean(),
    /** How often it was verified since users were moved, and who could not be seen moved in this pass. */
    looks: z.int().nonnegative(),
    unseen: z.int().nonnegative(),
    /** The pass before, where it was broken off, and its next part then. */
    left: z.object({ number: z.int(), at: z.int() }).optional(),
  }),
  /** A person has stopped it: only what was begun is looked at still. */
  stopping: z.boolean().optional(),
  /** Calls that were made lately in the tenant, for the pace: real time in seconds since 1970. */
  calls: z.array(z.object({ at: z.int(), count: z.int() })),
  /** Why it does not go on: a person, `noLicences`, or the code of an error. */
  pausedFor: z.string().optional(),
  /** The move that takes this one back. */
  undoneBy: z.string().optional(),
  /** Grows with every change that a person can see. */
  revision: z.int().nonnegative(),
  /** Looks in a row that ended without an answer. */
  failedAttempts: z.int().nonnegative(),
  /** Tenant's time. */
  startedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
  /** Real time: when the worker looks again. */
  nextCheckAt: z.iso.datetime().optional(),
  audit: z.array(
    z.object({
      at: z.iso.datetime(),
      /** User id, or `system`. */
      by: z.string(),
      event: z.string(),
      code: z.string().optional(),
    }),
  ),
  /** Where it is shown; absent before it was. */
  cards: z.array(shownCardSchema).optional(),
  notices: z.array(moveNoticeSchema),
});
export type Move = z.infer<typeof moveSchema>;

/** `swap`: another product instead, there or back. `free`: the licence is taken. `giveBack`: it is given back. */
export type MoveAim = 'swap' | 'free' | 'giveBack';

export function aimOf({
  targetSkuId,
  selection,
}: Pick<Move, 'targetSkuId' | 'selection'>): MoveAim {
  if (targetSkuId !== undefined) return 'swap';
  return selection.kind === 'undo' ? 'giveBack' : 'free';
}
