/**
 * What the channel said of the messages that turns sent. It is written along with the next turn of the
 * conversation, or by itself a moment later: a turn is one write. Where other processes may take the
 * next turn it is left for that.
 *
 * A process that dies before knows not what arrived; then a turn that is delivered again says it again.
 */
import { z } from 'zod';
import type { TurnNotes, Turns } from '../../storage/contract/turns.ts';
import {
  type Conversation,
  type ConversationRepository,
  outgoingSchema,
} from '../../storage/repositories/conversation.ts';
import type { Log } from '../log.ts';
import { rememberSent } from './answered.ts';

/** Milliseconds. */
const writtenAfter = 1_000;

const sentNoteSchema = z.object({
  /** The activity that was answered. */
  answered: z.string().optional(),
  /** The ids under which the channel knows the cards that came. */
  cards: z.array(z.object({ token: z.string(), activityId: z.string() })),
  /** What was not sent after all. */
  left: z.array(outgoingSchema),
});
type SentNote = z.infer<typeof sentNoteSchema>;

export interface SentNotesParts {
  conversations: ConversationRepository;
  turns: Turns;
  log: Log;
}

export class SentNotes {
  readonly #parts: SentNotesParts;
  readonly #notes = new Map<string, SentNote[]>();
  #timer: NodeJS.Timeout | undefined;
  #writing = Promise.resolve();

  constructor(parts: SentNotesParts) {
    this.#parts = parts;
  }

  /**
   * Only within the conversation's turn, as the other methods but `stop`.
   * @param left where the turn leaves it for the next one; undefined where this process takes that
   */
  add(key: string, note: SentNote, left: TurnNotes | undefined): void {
    if (left) {
      left.write([...left.read(), note]);
      return;
    }
    this.#notes.set(key, [...(this.#notes.get(key) ?? []), note]);
    this.#timer ??= setTimeout(() => {
      this.#writing = this.#writeAll();
    }, writtenAfter).unref();
  }

  /** Puts them into the conversation. */
  applyTo(key: string, conversation: Conversation, left?: TurnNotes): void {
    for (const { answered, cards, left: unsent } of this.#of(key, left)) {
      rememberSent(conversation, answered, unsent);
      for (const { token, activityId } of cards) {
        const grant = conversation.grants.find((row) => row.token === token);
        if (grant) grant.activityId = activityId;
      }
    }
  }

  /** They are stored. */
  forget(key: string, left?: TurnNotes): void {
    this.#notes.delete(key);
    left?.write([]);
  }

  /** Writes what is left to write. */
  async stop(): Promise<void> {
    await this.#writing;
    await this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { turns } = this.#parts;
    const keys = [...this.#notes.keys()];
    await Promise.all(keys.map((key) => turns.run(key, () => this.#write(key))));
  }

  #of(key: string, left: TurnNotes | undefined): readonly SentNote[] {
    if (!left) return this.#notes.get(key) ?? [];
    return left.read().flatMap((note) => sentNoteSchema.safeParse(note).data ?? []);
  }

  /** Never rejects: without them a card is not replaced in place, or said twice. */
  async #write(key: string): Promise<void> {
    const { conversations, log } = this.#parts;
    try {
      const stored = this.#notes.has(key) && (await conversations.load(key));
      if (!stored) return;
      this.applyTo(key, stored.value);
      await conversations.save(key, stored.value, stored.version);
    } catch (error) {
      log.warn({ err: error }, 'not noted what was sent');
    } finally {
      this.forget(key);
    }
  }
}
