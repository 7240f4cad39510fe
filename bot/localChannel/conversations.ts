/** All conversations of the local channel. They live as long as the process. */
import { randomUUID } from 'node:crypto';
import { Conversation } from './conversation.ts';

/** When there are more, the one is forgotten that was used longest ago and that no client listens to. */
const most = 200;

export class Conversations {
  readonly #all = new Map<string, Conversation>();
  readonly #run = Date.now().toString(36);

  /** Counts as use. */
  find(id: string): Conversation | undefined {
    const found = this.#all.get(id);
    if (found) {
      this.#all.delete(id);
      this.#all.set(id, found);
    }
    return found;
  }

  open(id: string = randomUUID()): Conversation {
    const known = this.find(id);
    if (known) return known;
    const conversation = new Conversation(id, this.#run);
    this.#all.set(id, conversation);
    this.#forget();
    return conversation;
  }

  /** The latest conversation that this person has alone with the bot. */
  personal(userId: string, tenantId: string): Conversation | undefined {
    return [...this.#all.values()].findLast(
      ({ members, tenantId: tenant }) =>
        tenant === tenantId && members.size === 1 && members.has(userId),
    );
  }

  #forget(): void {
    for (const [id, conversation] of this.#all) {
      if (this.#all.size <= most) return;
      if (!conversation.watched) this.#all.delete(id);
    }
  }
}
