/** Which JSON is an Activity. It comes from a stranger: everything that the bot relies on is here. */
import type { Activity } from 'botbuilder';
import { z } from 'zod';

/** Ids become parts of addresses, which take no half of a surrogate pair. */
const idText = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .refine((text) => text.isWellFormed(), 'not well-formed');
const id = (maximum: number) => idText(maximum).min(1);
const account = z.object({
  id: id(512),
  name: z.string().max(512).nullish(),
  aadObjectId: z.string().max(128).nullish(),
  role: z.string().max(64).nullish(),
});
const date = z
  .string()
  .max(64)
  .refine((value) => !Number.isNaN(Date.parse(value)), 'not a date')
  .optional();

/** It checks, and changes nothing: fields that are not named here stay. */
const activitySchema = z
  .object({
    type: id(64),
    id: idText(256).optional(),
    name: z.string().max(128).optional(),
    action: z.string().max(64).optional(),
    channelId: id(64),
    serviceUrl: z.url({ protocol: /^https?$/ }).max(2048),
    conversation: z.object({
      id: id(512),
      conversationType: z.string().max(64).nullish(),
      tenantId: z.string().max(128).nullish(),
    }),
    from: account,
    recipient: account,
    text: z
      .string()
      .max(32 * 1024)
      .optional(),
    locale: z.string().max(64).optional(),
    replyToId: idText(256).optional(),
    deliveryMode: z.string().max(64).optional(),
    timestamp: date,
    localTimestamp: date,
    expiration: date,
    channelData: z
      .object({
        tenant: z.object({ id: z.string().max(128).nullish() }).nullish(),
        eventType: z.string().max(64).nullish(),
      })
      .optional(),
    entities: z.array(z.object({ type: z.string().max(256) })).optional(),
    attachments: z.array(z.object({ contentType: z.string().max(256) })).optional(),
    membersAdded: z.array(account).optional(),
    membersRemoved: z.array(account).optional(),
  })
  .refine((activity) => activity.type !== 'invoke' || activity.name, { path: ['name'] });

type Dates = Pick<z.infer<typeof activitySchema>, 'timestamp' | 'localTimestamp' | 'expiration'>;

/** Deeper than any card; storing what is nested without limit would overflow the stack. */
const maximumDepth = 64;

/**
 * Removes the key `__proto__`, which copying would turn into a prototype.
 * @returns false when the value is nested too deeply
 */
function tame(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === maximumDepth) return false;
  if (Object.hasOwn(value, '__proto__')) Reflect.deleteProperty(value, '__proto__');
  for (const inner of Object.values(value)) if (!tame(inner, depth + 1)) return false;
  return true;
}

/** Clients written in C# send `null` for what is not there. */
function dropNulls(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields)) if (fields[name] === null) delete fields[name];
}

/** The SDK wants dates as objects, with the text beside them. */
function withDates(json: object, { timestamp, localTimestamp, expiration }: Dates): Activity {
  return {
    ...json,
    ...(timestamp ? { timestamp: new Date(timestamp), rawTimestamp: timestamp } : {}),
    ...(localTimestamp
      ? { localTimestamp: new Date(localTimestamp), rawLocalTimestamp: localTimestamp }
      : {}),
    ...(expiration ? { expiration: new Date(expiration), rawExpiration: expiration } : {}),
  } as unknown as Activity;
}

/**
 * @param json is changed: it becomes part of the activity
 * @returns the activity, or the path of the first field that is wrong; never a value of the body.
 */
export function parseActivity(json: unknown): { activity: Activity } | { field: string } {
  if (!tame(json)) return { field: 'body' };
  dropNulls(json);
  const parsed = activitySchema.safeParse(json);
  if (parsed.success) return { activity: withDates(json as object, parsed.data) };
  return { field: parsed.error.issues[0]?.path.join('.') || 'body' };
}
