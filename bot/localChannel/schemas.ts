/** What clients and the bot send to the local channel. */
import { z } from 'zod';

/** Safe in URLs and in file names. */
export const conversationIdSchema = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/);

const shortText = z.string().min(1).max(200);

/** A person or the bot. */
export const accountSchema = z.object({
  id: shortText,
  name: z.string().max(200).optional(),
  aadObjectId: shortText.optional(),
  role: z.string().max(20).optional(),
});
export type Account = z.infer<typeof accountSchema>;

const tenantSchema = z.looseObject({ tenant: z.looseObject({ id: shortText }).optional() });

/** An activity on its way through the channel; what the channel does not know is passed on. */
export const activitySchema = z.looseObject({
  type: shortText,
  id: z.string().optional(),
  replyToId: z.string().optional(),
  from: accountSchema.partial({ id: true }).optional(),
  channelData: tenantSchema.optional(),
  attachments: z.array(z.looseObject({})).optional(),
});
export type Activity = z.infer<typeof activitySchema>;

/** The types of activity that people can send; the others come from channels. */
export const postedActivitySchema = activitySchema.extend({
  type: z.enum(['message', 'event', 'invoke', 'typing', 'messageReaction']),
  from: accountSchema,
  text: z.string().max(20_000).optional(),
  locale: z.string().max(35).optional(),
});
export type PostedActivity = z.infer<typeof postedActivitySchema>;

/** The bot's answer to an Execute that brings a card in place of the pressed one. */
export const cardAnswerSchema = z.object({
  type: z.literal('application/vnd.microsoft.card.adaptive'),
  value: z.looseObject({}),
});

/**
 * Starts or joins a conversation. Besides Direct Line's `user` and `locale`, our page names the
 * conversation it was in, how far it has read, and whether the bot has met this person there, so
 * that a conversation goes on after the server was restarted.
 */
export const startSchema = z.object({
  user: accountSchema.optional(),
  locale: z.string().max(35).optional(),
  conversationId: conversationIdSchema.optional(),
  watermark: z.string().max(64).optional(),
  tenantId: shortText.optional(),
  resume: z.boolean().optional(),
});

/** What a token is asked for. */
export const tokenRequestSchema = z.object({ user: accountSchema.optional() });

/** The bot starts a conversation. */
export const createSchema = z.looseObject({
  isGroup: z.boolean().optional(),
  members: z.array(accountSchema).max(100).optional(),
  tenantId: shortText.optional(),
  channelData: tenantSchema.optional(),
  activity: activitySchema.optional(),
});

export const emptySchema = z.unknown();
