/** The notices of an approval: to who may decide it, and to who has asked. */
import { approvalNoticeCard } from '../../../cards/approval/approvalNoticeCard.ts';
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import type {
  Approval,
  ApprovalNotice,
  ApprovalRepository,
} from '../../../commerce/approval/approval.ts';
import { withCard } from '../../../commerce/approval/shownApproval.ts';
import { changeStored } from '../../../commerce/base/changeStored.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import type { ShownCard } from '../../../commerce/model/notice.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import { planNames } from '../../../dialogs/step/planName.ts';
import { ApprovalCards } from '../shown/approvalCards.ts';
import type { ShownCardsParts } from '../shown/shownCards.ts';
import type { NoticeSource } from './noticeSource.ts';

export interface ApprovalNoticesNeeds {
  approvals: ApprovalRepository;
  catalog: Pick<Catalog, 'find'>;
}

export class ApprovalNotices implements NoticeSource<Approval, ApprovalNotice> {
  readonly #needs: ApprovalNoticesNeeds;
  readonly #cards: ApprovalCards;

  constructor(needs: ApprovalNoticesNeeds, showing: ShownCardsParts) {
    this.#needs = needs;
    this.#cards = new ApprovalCards(needs, showing);
  }

  subject({ id, subscriptionId }: Approval): Subject {
    return { approvalId: id, subscriptionId };
  }

  async draw(approval: Approval, { kind }: ApprovalNotice, context: CardContext): Promise<Card> {
    const names = planNames(this.#needs.catalog, context.l, approval);
    return approvalNoticeCard({ kind, approval, ...names }, context);
  }

  /** What asks tells in its place what has become of it; the others tell of what is over. */
  async follow(
    { id, revision }: Approval,
    { kind, userId }: ApprovalNotice,
    card: Omit<ShownCard, 'revision'>,
  ): Promise<void> {
    if (kind !== 'asked') return;
    const as = { as: 'notice', userId } as const;
    const shown = { ...card, revision };
    await changeStored(this.#needs.approvals, id, (one) => withCard(one, shown, as));
  }

  bringUpToDate(id: string): Promise<((one: Approval) => Approval) | undefined> {
    return this.#cards.catchUp(id);
  }
}
