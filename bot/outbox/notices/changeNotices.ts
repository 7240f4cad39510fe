/** The notices of a change by hand: whether the new plan is there. */
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { changeNoticeCard } from '../../../cards/orders/changeNoticeCard.ts';
import type { ChangeNotice, ManualChange } from '../../../commerce/manualChange/manualChange.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import { planNames } from '../../../dialogs/step/planName.ts';
import type { NoticeSource } from './noticeSource.ts';

export class ChangeNotices implements NoticeSource<ManualChange, ChangeNotice> {
  readonly #services: { catalog: Pick<Catalog, 'find'> };

  constructor(services: { catalog: Pick<Catalog, 'find'> }) {
    this.#services = services;
  }

  subject({ id }: ManualChange): Subject {
    return { changeId: id };
  }

  async draw(change: ManualChange, { kind }: ChangeNotice, context: CardContext): Promise<Card> {
    const names = planNames(this.#services.catalog, context.l, change);
    return changeNoticeCard({ kind, change, ...names }, context);
  }
}
