/** The notices of an approval: to who may decide it, and to who has asked. */
import { approvalNoticeCard } from '../../../cards/approval/approvalNoticeCard.ts';
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import type { Approval, ApprovalNotice } from '../../../commerce/approval/approval.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import { planNames } from '../../../dialogs/step/planName.ts';
import type { NoticeSource } from './noticeSource.ts';

export class ApprovalNotices implements NoticeSource<Approval, ApprovalNotice> {
  readonly #services: { catalog: Pick<Catalog, 'find'> };

  constructor(services: { catalog: Pick<Catalog, 'find'> }) {
    this.#services = services;
  }

  subject({ id, subscriptionId }: Approval): Subject {
    return { approvalId: id, subscriptionId };
  }

  async draw(approval: Approval, { kind }: ApprovalNotice, context: CardContext): Promise<Card> {
    const names = planNames(this.#services.catalog, context.l, approval);
    return approvalNoticeCard({ kind, approval, ...names }, context);
  }
}
