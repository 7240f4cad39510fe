/** Cards that turns have shown, and that are kept up to date in their place from then on. */
import type { ApprovalRepository } from '../../../commerce/approval/approval.ts';
import { withCard } from '../../../commerce/approval/shownApproval.ts';
import { changeStored } from '../../../commerce/base/changeStored.ts';
import type { Followed, ShownCard } from '../../../commerce/model/notice.ts';
import { followMove } from '../../../commerce/move/changeMove.ts';
import { followCard } from '../../../commerce/order/followCard.ts';
import type { MoveRepository, OrderRepository } from '../../../commerce/ports/repositories.ts';
import type { CaseRepository } from '../../../commerce/support/case.ts';
import { withLiveView } from '../../../commerce/support/liveView.ts';

export interface FollowingParts {
  orders: OrderRepository;
  moves: MoveRepository;
  cases: CaseRepository;
  approvals: ApprovalRepository;
  /** Real time. */
  now: () => Temporal.Instant;
  /** A card that shows it may be behind. */
  showMove: (id: string) => void;
  showCase: (id: string) => void;
  /** There is something to be told. */
  wake: () => void;
}

export type Follow = (followed: Followed, card: ShownCard) => Promise<void>;

export function following(parts: FollowingParts): Follow {
  const { orders, moves, cases, approvals, now, showMove, showCase, wake } = parts;
  return async (followed, card) => {
    if ('orderId' in followed) return followCard(orders, followed.orderId, card);
    if ('moveId' in followed) {
      const { id, revision } = await followMove(moves, followed.moveId, card);
      if (revision > card.revision) showMove(id);
      return;
    }
    const { userId } = followed;
    if ('approvalId' in followed) {
      const as = { as: 'approval', userId } as const;
      const { approvalId } = followed;
      const one = await changeStored(approvals, approvalId, (read) => withCard(read, card, as));
      if (one && one.revision > card.revision) wake();
      return;
    }
    const { caseId } = followed;
    const by = { userId, now: now().toString() };
    const found = await changeStored(cases, caseId, (one) => withLiveView(one, card, by));
    if (found && found.revision > card.revision) showCase(caseId);
  };
}
