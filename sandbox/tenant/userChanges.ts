/**
 * What was changed of the users of a simulated tenant. Who never was is stored nowhere. The others stand in
 * shards of some hundred, each a document of its own; the tenant's document has what was changed last and
 * how many licences there are by then, so that one write is the whole change, and a shard may come later.
 */
import { z } from 'zod';

const userLicenceSchema = z.object({
  /** In lower case, as are the services that are turned off. */
  skuId: z.string(),
  off: z.array(z.string()),
  group: z.object({ id: z.string(), name: z.string() }).optional(),
});
export type UserLicence = z.infer<typeof userLicenceSchema>;

/** All licences of a user at an instant of the tenant's time; what happened later comes on top. */
const userRecordSchema = z.object({
  at: z.iso.datetime(),
  licences: z.array(userLicenceSchema),
});
export type UserRecord = z.infer<typeof userRecordSchema>;

export const userChangesSchema = z.object({
  /** Number of the last change. */
  last: z.int().nonnegative(),
  /** Changes up to this one belong to a tenant that was begun anew since. */
  forgotten: z.int().nonnegative(),
  /** When it was made, and how many licences there were then, as `tally` counts them. */
  at: z.iso.datetime(),
  counts: z.record(z.string(), z.int()),
  /** Whom it changed, by their numbers. */
  users: z.array(z.object({ number: z.int().nonnegative(), record: userRecordSchema })),
});
export type UserChanges = z.infer<typeof userChangesSchema>;

export const userShardSchema = z.object({
  v: z.literal(1),
  /** Number of the last change that is in it. */
  last: z.int().nonnegative(),
  /** By their numbers. */
  users: z.record(z.string(), userRecordSchema),
});
export type UserShard = z.infer<typeof userShardSchema>;

/** Whether somebody was changed since the tenant's first day. */
export function hasChanges(users: UserChanges | undefined): users is UserChanges {
  return users !== undefined && users.last > users.forgotten;
}

/** Of a tenant that begins anew: its shards count no more. */
export function forgotten({ last, at }: UserChanges): UserChanges {
  return { last, forgotten: last, at, counts: {}, users: [] };
}
