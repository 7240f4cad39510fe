/** A change of plan that people make themselves, step by step, over days (R108–R118). */
import { z } from 'zod';
import { noticeStateSchema } from '../model/notice.ts';
import { orUnknownSchema } from '../model/unknown.ts';
import type { WaitingRepository } from '../ports/repositories.ts';

/** In their order; not every change has each of them. */
export const changeStepSchema = z.enum(['buy', 'wait', 'backUp', 'move', 'verify', 'end']);
export type ChangeStep = z.infer<typeof changeStepSchema>;

const personSchema = z.object({ userId: z.string(), name: z.string() });
export type Person = z.infer<typeof personSchema>;

/** `seen`: read of the directory or the seller. `told`: somebody has said so. */
const tickSchema = z.object({
  step: changeStepSchema,
  how: z.enum(['seen', 'told']),
  /** Absent where nobody was there when it was seen. */
  by: personSchema.optional(),
  /** Tenant's time. */
  at: z.iso.datetime(),
});
export type Tick = z.infer<typeof tickSchema>;

/** What is to be saved before services are lost (R119–R121). */
export const backupItemSchema = z.enum([
  'mailGone',
  'mailSmaller',
  'archiveGone',
  'oneDriveGone',
  'oneDriveSmaller',
  'sitesGone',
  'sitesSmaller',
  'chatsGone',
  'communitiesGone',
  'appsGone',
  'phoneGone',
]);
export type BackupItem = z.infer<typeof backupItemSchema>;

/**
 * `arrived`: the new plan is there with enough free licences. `late`: it is not, after the usual time.
 * `notCome`: it is looked for no longer.
 */
export const changeNoticeKindSchema = z.enum(['arrived', 'late', 'notCome']);
export type ChangeNoticeKind = z.infer<typeof changeNoticeKindSchema>;

const changeNoticeSchema = noticeStateSchema.extend({ kind: changeNoticeKindSchema });
export type ChangeNotice = z.infer<typeof changeNoticeSchema>;

export const manualChangeSchema = z.object({
  v: z.literal(1),
  /** `CHG-` and eight characters. */
  id: z.string(),
  tenantId: z.string(),
  begunBy: personSchema,
  /** Who is told when the new plan is there, and where: whoever said last that it was bought. */
  userId: z.string(),
  conversation: z.string(),
  state: z.enum(['open', 'done', 'stopped']),
  /** The one that is left, wholly or in part. */
  subscriptionId: z.string(),
  sourceSkuId: z.guid(),
  /** The same product where two subscriptions of it are brought together (R29). */
  targetSkuId: z.guid(),
  /** The subscription that stays when two are brought together. */
  keptSubscriptionId: z.string().optional(),
  /** How many users get the new plan. */
  users: z.union([z.int().positive(), z.literal('all')]),
  /** When it began: users with a licence of each product, and licences of the subscription that is left. */
  before: z.object({
    source: orUnknownSchema(z.int().nonnegative()),
    target: orUnknownSchema(z.int().nonnegative()),
    quantity: z.int().nonnegative(),
  }),
  /** What has to be saved first; nothing where no service is lost. */
  toBackUp: z.array(backupItemSchema),
  backedUp: z.array(z.object({ item: backupItemSchema, by: personSchema, at: z.iso.datetime() })),
  /** Ids of moves of users that were planned for it, oldest first. */
  moves: z.array(z.string()).default([]),
  /** Oldest first. */
  ticks: z.array(tickSchema),
  /** Tenant's time. */
  startedAt: z.iso.datetime(),
  /** Tenant's time since when the new plan is looked for. */
  waitsSince: z.iso.datetime().optional(),
  /** Real time of the next look; absent when nothing is looked for. */
  nextCheckAt: z.iso.datetime().optional(),
  notices: z.array(changeNoticeSchema),
});
export type ManualChange = z.infer<typeof manualChangeSchema>;

export type ManualChangeRepository = WaitingRepository<ManualChange>;
