/**
 * The conversation document: all that one turn reads and writes, in one file, so that a turn is one
 * atomic write and its cost does not grow with the number of conversations.
 */
import { z } from 'zod';
import { followedSchema } from '../../commerce/model/notice.ts';
import { subjectSchema } from '../../commerce/model/subject.ts';
import { sideSchema } from '../../commerce/support/parts/messages.ts';
import { caseLineSchema } from '../../commerce/support/parts/snapshot.ts';

/**
 * The server-side row that a card's opaque token names: who may press what, about which thing.
 * A card that was answered keeps what the answer was; the same press again gets the same answer.
 */
export const grantSchema = z.object({
  token: z.string(),
  card: z.string(),
  verbs: z.array(z.string()),
  /** Only this user may press; absent when anybody in the conversation may. */
  userId: z.string().optional(),
  subject: subjectSchema,
  choices: z.array(z.string()),
  activityId: z.string().optional(),
  expiresAt: z.iso.datetime(),
  closed: z.object({ press: z.string(), title: z.string(), outcome: z.string() }).optional(),
});
export type Grant = z.infer<typeof grantSchema>;

/** One thing that a turn has to say: a message of its own, or what takes another one's place. */
export const outgoingSchema = z.object({
  /** As the channel takes it. */
  activity: z.looseObject({}),
  /** Id of the message whose place it takes. */
  replaces: z.string().optional(),
  /** It takes the place of the card that was pressed, and so is the answer of that press as well. */
  inPlace: z.literal(true).optional(),
  /** What is said on top of its card. */
  said: z.string().optional(),
  /** Of the row behind its card. */
  token: z.string().optional(),
  /** What the card shows, as it was at that revision; kept up to date from then on. */
  follows: followedSchema.optional(),
});
export type Outgoing = z.infer<typeof outgoingSchema>;

/** Nobody can be reached there until somebody writes or installs the bot again. */
export const unreachableSchema = z.object({
  since: z.iso.datetime(),
  /** The person has blocked the bot or removed it, an administrator has turned it off, or no such conversation exists. */
  why: z.enum(['blocked', 'uninstalled', 'disabled', 'gone']),
});
export type Unreachable = z.infer<typeof unreachableSchema>;

export const conversationSchema = z.object({
  v: z.literal(1),
  tenantId: z.string(),
  /** The SDK's ConversationReference, kept whole. */
  reference: z.looseObject({}),
  /** The language that the user chose by command. */
  chosenLocale: z.string().optional(),
  /** The language that the client last told. */
  clientLocale: z.string().optional(),
  unreachable: unreachableSchema.optional(),
  /** Whose personal chat this is, once it is among the contacts of the tenant. */
  contact: z.string().optional(),
  /** When the conversation was last greeted: clients send several install events at once. */
  welcomedAt: z.iso.datetime().optional(),
  /**
   * Each person's own dialog stack, and the shape of the dialogs that it belongs to: what one has
   * begun, another does not answer. Longest silent first. With it the id of the activity that was
   * heard last.
   */
  stacks: z.array(
    z.object({
      userId: z.string(),
      version: z.string(),
      state: z.unknown(),
      heard: z.string().optional(),
      /** When this person spoke last; absent in those of version 0.1.0. */
      at: z.iso.datetime().optional(),
    }),
  ),
  /** Oldest first. */
  grants: z.array(grantSchema),
  /** Who takes part in which case of the support desk, the latest last; absent where nobody does. */
  lines: z.array(z.object({ userId: z.string(), caseId: z.string(), side: sideSchema })).optional(),
  /** What was said last, oldest first, cut and masked; absent before anything was. */
  said: z.array(caseLineSchema).optional(),
  /**
   * Id of the activity that was answered last, while nobody knows whether all that was to be said
   * arrived. It is not stored what that was: it can be asked again.
   */
  saying: z.string().optional(),
  /**
   * Activities that were answered, oldest first, with the answer where it was an invoke, and with
   * what has to be said and may not have been.
   */
  answered: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      response: z.object({ status: z.int(), body: z.unknown() }).optional(),
      unsent: z.array(outgoingSchema).optional(),
    }),
  ),
});
export type Conversation = z.infer<typeof conversationSchema>;

export interface ConversationRepository {
  /** @returns a copy whose fields and rows may be changed; what lies deeper is frozen. */
  load(key: string): Promise<{ value: Conversation; version: number } | undefined>;
  /** `version` 0 creates. @returns the new version. @throws storage.conflict */
  save(key: string, conversation: Conversation, version: number): Promise<number>;
}
