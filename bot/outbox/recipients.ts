/** Who can be told, and who next when somebody can't be reached. */
import { rightsOf } from '../../commerce/access/rights.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import type { Turns } from '../../storage/contract/turns.ts';
import type { Contact, ContactRepository } from '../../storage/repositories/contact.ts';
import type {
  ConversationRepository,
  Unreachable,
} from '../../storage/repositories/conversation.ts';

export interface RecipientsParts {
  services: { seller: Pick<Seller, 'billingAccount'>; directory: Pick<Directory, 'roles'> };
  conversations: ConversationRepository;
  contacts: ContactRepository;
  turns: Turns;
  /** Real time. */
  now: () => Temporal.Instant;
}

export class Recipients {
  readonly #parts: RecipientsParts;

  constructor(parts: RecipientsParts) {
    this.#parts = parts;
  }

  /** Nothing is sent there until the person is back. */
  async lose(key: string, why: Unreachable['why']): Promise<void> {
    const { conversations, turns, now } = this.#parts;
    await turns.run(key, async () => {
      const stored = await conversations.load(key);
      if (!stored || stored.value.unreachable) return;
      const unreachable = { since: now().toString(), why };
      await conversations.save(key, { ...stored.value, unreachable }, stored.version);
    });
  }

  /**
   * Another chat of the same person, else that of somebody else who may buy in the tenant.
   * @param tried conversations that are out of the question
   * @returns the conversation's key
   */
  async next(
    { tenantId, userId }: { tenantId: string; userId: string },
    tried: readonly string[],
  ): Promise<string | undefined> {
    const known = await this.#parts.contacts.ofTenant(tenantId);
    const left = known.filter(({ conversation }) => !tried.includes(conversation));
    const own = left.filter((contact) => contact.userId === userId);
    const others = left.filter((contact) => contact.userId !== userId);
    for (const contact of own) if (await this.#isReachable(contact)) return contact.conversation;
    for (const contact of others) {
      if ((await this.#isReachable(contact)) && (await this.#mayKnow(tenantId, contact))) {
        return contact.conversation;
      }
    }
    return undefined;
  }

  async #isReachable({ conversation }: Contact): Promise<boolean> {
    const stored = await this.#parts.conversations.load(conversation);
    return stored !== undefined && !stored.value.unreachable;
  }

  /** Orders and prices are for those who see billing. */
  async #mayKnow(tenantId: string, { userId }: Contact): Promise<boolean> {
    const { seeBilling } = await rightsOf(this.#parts.services, tenantId, userId);
    return seeBilling === true;
  }
}
