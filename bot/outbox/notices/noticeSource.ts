/** How the notices of one kind of thing that waits look, and what is owed besides them. */
import type { CardId } from '../../../cards/cards.ts';
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import type { ShownCard } from '../../../commerce/model/notice.ts';
import type { Subject } from '../../../commerce/model/subject.ts';

export interface ShownAs {
  card: CardId;
  /** It is shown again rather than not at all. */
  repeats: boolean;
}

/** @typeParam T the document. @typeParam N a notice in it */
export interface NoticeSource<T, N> {
  /** What the buttons of its notices are about; everybody in the conversation may press them. */
  subject(document: T, notice: N): Subject;
  draw(document: T, notice: N, context: CardContext): Promise<Card>;
  /** Where it is another card than `notice`. */
  shownAs?(document: T, notice: N): ShownAs | undefined;
  /** A card has come. @param document as it was drawn */
  follow?(document: T, notice: N, card: Omit<ShownCard, 'revision'>): Promise<void>;
  /**
   * Does what is owed besides notices, before these are sent.
   * @param id of the row
   * @returns how the document takes note of it; undefined when there is nothing to note
   */
  bringUpToDate?(id: string): Promise<((document: T) => T) | undefined>;
}
