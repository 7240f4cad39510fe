import type { Stored } from '../commerce/repositories.ts';
import {
  type Conversation,
  type ConversationRepository,
  conversationSchema,
} from './conversation.ts';
import { readOrSetAside, saveDocument } from './documents.ts';
import type { StorageEngine } from './engine.ts';

/** A damaged conversation begins anew: nothing in it is ordered, only where the talk was. */
export class StoredConversations implements ConversationRepository {
  readonly #engine: StorageEngine;

  constructor(engine: StorageEngine) {
    this.#engine = engine;
  }

  load(key: string): Promise<Stored<Conversation> | undefined> {
    return readOrSetAside(this.#engine, 'conversations', key, conversationSchema);
  }

  save(key: string, conversation: Conversation, version: number): Promise<number> {
    return saveDocument(this.#engine, 'conversations', key, conversation, version);
  }
}
