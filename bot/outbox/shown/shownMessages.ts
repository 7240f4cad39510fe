/** Messages of a case that were edited or deleted, where the other side sees them: each is replaced in place. */
import { messageCard } from '../../../cards/support/messageCard.ts';
import type { CaseRepository } from '../../../commerce/support/case.ts';
import { behind, readBy } from '../../../commerce/support/talk.ts';
import { ShownCards, type ShownCardsParts } from './shownCards.ts';

export class ShownMessages {
  readonly #cases: CaseRepository;
  readonly #parts: ShownCardsParts;

  constructor(cases: CaseRepository, parts: ShownCardsParts) {
    this.#cases = cases;
    this.#parts = parts;
  }

  /** @returns those that show what was written last, or never will */
  async bringUpToDate(id: string): Promise<{ activityId: string; revision: number }[]> {
    const found = (await this.#cases.get(id))?.value;
    const old = found ? behind(found) : [];
    if (!found || old.length === 0) return [];
    const { tenantId } = found;
    const done = old.map((message) => {
      const { revision, shown } = message;
      const conversation = readBy(found, message);
      const cards = shown && conversation ? [{ ...shown, conversation, token: '' }] : [];
      const draw = (context: Parameters<typeof messageCard>[1]) =>
        messageCard({ message, reference: id }, context);
      return new ShownCards(this.#parts, async () => ({ id, tenantId, revision, cards, draw }));
    });
    return (await Promise.all(done.map((one) => one.bringUpToDate(id)))).flat();
  }
}
