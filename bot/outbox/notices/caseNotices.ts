/** The notices of a case to its customer: how it moves. */
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { caseNoticeCard } from '../../../cards/orders/caseNoticeCard.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import type { CaseNotice, SupportCase } from '../../../commerce/support/case.ts';
import type { NoticeSource } from './noticeSource.ts';

export class CaseNotices implements NoticeSource<SupportCase, CaseNotice> {
  subject({ id, about }: SupportCase): Subject {
    return { ...about, caseId: id };
  }

  async draw(found: SupportCase, { kind }: CaseNotice, context: CardContext): Promise<Card> {
    return caseNoticeCard({ kind, found }, context);
  }
}
