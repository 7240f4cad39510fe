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
const account = z.looseObject({
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

const activitySchema = z
  .looseObject({
    type: id(64),
    id: idText(256).optional(),
    name: z.string().max(128).optional(),
    action: z.string().max(64).optional(),
    channelId: id(64),
    serviceUrl: z.url({ protocol: /^https?$/ }).max(2048),
    conversation: z.looseObject({
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
      .looseObject({
        tenant: z.looseObject({ id: z.string().max(128).nullish() }).nullish(),
      })
      .optional(),
    entities: z.array(z.looseObject({ type: z.string().max(256) })).optional(),
    attachments: z.array(z.looseObject({ contentType: z.string().max(256) })).optional(),
    membersAdded: z.array(account).optional(),
    membersRemoved: z.array(account).optional(),
  })
  .refine((activity) => activity.type !== 'invoke' || activity.name, { path: ['name'] });

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
  return Object.values(value).every((inner) => tame(inner, depth + 1));
}

/** Clients written in C# send `null` for what is not there. */
function withoutNulls(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null));
}

/** The SDK wants dates as objects, with the text beside them. */
function withDates(activity: z.infer<typeof activitySchema>): Activity {
  const { timestamp, localTimestamp, expiration } = activity;
  return {
    ...activity,
    ...(timestamp ? { timestamp: new Date(timestamp), rawTimestamp: timestamp } : {}),
    ...(localTimestamp
      ? { localTimestamp: new Date(localTimestamp), rawLocalTimestamp: localTimestamp }
      : {}),
    ...(expiration ? { expiration: new Date(expiration), rawExpiration: expiration } : {}),
  } as unknown as Activity;
}

/** @returns the activity, or the path of the first field that is wrong; never a value of the body. */
export function parseActivity(json: unknown): { activity: Activity } | { field: string } {
  if (!tame(json)) return { field: 'body' };
  const parsed = activitySchema.safeParse(withoutNulls(json));
  if (parsed.success) return { activity: withDates(parsed.data) };
  return { field: parsed.error.issues[0]?.path.join('.') || 'body' };
}
