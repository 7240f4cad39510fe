import type { Stored } from '../../commerce/ports/repositories.ts';
import type { StorageEngine } from '../contract/engine.ts';
import {
  type Conversation,
  type ConversationRepository,
  conversationSchema,
} from './conversation.ts';
import { CheckedDocuments } from './documents.ts';

/** A damaged conversation begins anew: it holds no orders, only how far the talk had come. */
export class StoredConversations implements ConversationRepository {
  readonly #documents: CheckedDocuments<Conversation>;

  constructor(engine: StorageEngine) {
    this.#documents = new CheckedDocuments(engine, 'conversations', conversationSchema);
  }

  async load(key: string): Promise<Stored<Conversation> | undefined> {
    const stored = await this.#documents.readOrSetAside(key);
    if (!stored) return undefined;
    const grants = stored.value.grants.map((grant) => ({ ...grant }));
    return { value: { ...stored.value, grants }, version: stored.version };
  }

  save(key: string, conversation: Conversation, version: number): Promise<number> {
    return this.#documents.save(key, conversation, version);
  }
}
