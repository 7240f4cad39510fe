/**
 * What the channel said of the messages that turns sent. It is written along with the next turn of the
 * conversation, or by itself a moment later: a turn is one write. Where other processes may take the
 * next turn it is written at once.
 *
 * A process that dies before knows not what arrived; then a turn that is delivered again says it again.
 */
import type { Stored } from '../../commerce/ports/repositories.ts';
import type { Turns } from '../../storage/contract/turns.ts';
import type {
  Conversation,
  ConversationRepository,
} from '../../storage/repositories/conversation.ts';
import type { Log } from '../log.ts';
import { rememberSent } from './answered.ts';
import type { Sent } from './speaker.ts';

/** Milliseconds. */
const writtenAfter = 1_000;

export type SentNote = Pick<Sent, 'cards' | 'left'> & {
  /** The activity that was answered. */
  answered: string | undefined;
};

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
   * @param stored the conversation
   */
  async add(key: string, note: SentNote, stored: Stored<Conversation>): Promise<void> {
    this.#notes.set(key, [...(this.#notes.get(key) ?? []), note]);
    if (this.#parts.turns.shared) return this.#write(key, stored);
    this.#timer ??= setTimeout(() => {
      this.#writing = this.#writeAll();
    }, writtenAfter).unref();
  }

  /** Puts them into the conversation. */
  applyTo(key: string, conversation: Conversation): void {
    for (const { answered, cards, left } of this.#notes.get(key) ?? []) {
      rememberSent(conversation, answered, left);
      for (const { token, activityId } of cards) {
        const grant = conversation.grants.find((row) => row.token === token);
        if (grant) grant.activityId = activityId;
      }
    }
  }

  /** They are stored. */
  forget(key: string): void {
    this.#notes.delete(key);
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

  /** Never rejects: without them a card is not replaced in place, or said twice. */
  async #write(key: string, known?: Stored<Conversation>): Promise<void> {
    const { conversations, log } = this.#parts;
    try {
      const stored = this.#notes.has(key) && (known ?? (await conversations.load(key)));
      if (!stored) return;
      const grants = stored.value.grants.map((grant) => ({ ...grant }));
      const conversation = { ...stored.value, grants };
      this.applyTo(key, conversation);
      await conversations.save(key, conversation, stored.version);
    } catch (error) {
      log.warn({ err: error }, 'not noted what was sent');
    } finally {
      this.forget(key);
    }
  }
}
