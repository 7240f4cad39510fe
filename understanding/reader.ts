/**
 * Reads what our own reading could not: a language model, say. What it answers is looked at by `inOurWords`
 * before anybody acts on it. There is no field for ordering, agreeing or giving up: nothing that it says can do
 * any of that.
 */
import { z } from 'zod';
import type { Locale } from '../locales/localiser.ts';
import { understoodSchema } from './understand.ts';

/** What may be asked for beside an upgrade; each is the name of its phrases. */
export const readCommands = [
  'upgrade',
  'status',
  'withdraw',
  'cancel',
  'help',
  'support',
  'manual',
  'freeUp',
  'compare',
  'back',
  'startOver',
  'recheck',
  'explain',
  'change.payment',
  'change.soldTo',
  'change.items',
] as const;

const { quantity, terms } = understoodSchema.shape;

/** Every field is there, and null where the text says nothing of it: that is how models are made to keep a form. */
export const readSchema = z.strictObject({
  quantity: quantity.unwrap().nullable(),
  terms: terms.unwrap().nullable(),
  /** One of the names of the context. */
  plan: z.string().nullable(),
  command: z.enum(readCommands).nullable(),
  /** The article that answers what was asked: one of the ids of the context. */
  article: z.string().nullable(),
});
export type Read = z.infer<typeof readSchema>;

/** All that a reader learns beside the text. No prices, no names of people, no ids of tenants. */
export interface ReadingContext {
  /** The step that waits for an answer. */
  step: string | undefined;
  /** Names of the plans on offer. */
  plans: readonly string[];
  articles: readonly { id: string; title: string }[];
  locale: Locale;
}

export interface Reader {
  /**
   * @param text without what is personal
   * @returns undefined when there is no answer, whatever the reason; it never rejects
   */
  read(text: string, context: ReadingContext): Promise<Read | undefined>;
}
