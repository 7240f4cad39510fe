/** What the notices of orders and of watches have in common. */
import type { Card, CardContext } from '../../cards/kit/card.ts';
import type { NoticeState } from '../../commerce/model/notice.ts';
import type { CardOffer } from '../../dialogs/step/turn.ts';
import type { Grant } from '../../storage/repositories/conversation.ts';

export interface OwedNotice {
  tenantId: string;
  /** Whom it is meant for first. */
  userId: string;
  /** As it was read. */
  state: NoticeState;
  /** Nobody wants to hear it there. */
  muted: boolean;
  /** What its buttons are about. */
  offer: CardOffer;
  /** Whether a row of the conversation stands for these buttons: no second one is made. */
  isBehind(grant: Grant): boolean;
  draw(context: CardContext): Promise<Card>;
  /** @returns false, and writes nothing, when the notice is not in the state `from` any more */
  change(from: NoticeState, to: NoticeState): Promise<boolean>;
}

/** The rows of one kind that owe notices. */
export interface NoticeSource {
  /** The first notice that a row owes; what it owes besides is done on the way. */
  next(id: string): Promise<OwedNotice | undefined>;
}
