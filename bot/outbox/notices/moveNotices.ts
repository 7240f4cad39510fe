/** The notices of a move: that it is over, or that somebody has to see to it. */
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { freeNoticeCard } from '../../../cards/orders/freeNoticeCard.ts';
import { moveNoticeCard } from '../../../cards/orders/moveNoticeCard.ts';
import { diagnose } from '../../../commerce/diagnosis/diagnose.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { FactsAbout } from '../../../commerce/diagnosis/gatherFacts.ts';
import type { ReasonCode } from '../../../commerce/diagnosis/reason.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import { aimOf, type Move, type MoveNotice } from '../../../commerce/model/move/move.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import type { OrUnknown } from '../../../commerce/model/unknown.ts';
import { isOver } from '../../../commerce/move/changeMove.ts';
import { planNames } from '../../../dialogs/step/planName.ts';
import type { NoticeSource } from './noticeSource.ts';

export interface MoveNoticesNeeds {
  catalog: Pick<Catalog, 'find'>;
  gatherFacts(...about: FactsAbout): Promise<Facts>;
}

export class MoveNotices implements NoticeSource<Move, MoveNotice> {
  readonly #needs: MoveNoticesNeeds;

  constructor(needs: MoveNoticesNeeds) {
    this.#needs = needs;
  }

  subject({ id, subscriptionId }: Move): Subject {
    return { moveId: id, ...(subscriptionId === undefined ? {} : { subscriptionId }) };
  }

  async draw(move: Move, { kind }: MoveNotice, context: CardContext): Promise<Card> {
    const names = planNames(this.#needs.catalog, context.l, move);
    if (aimOf(move) === 'swap') return moveNoticeCard({ kind, move, ...names }, context);
    const standing = await this.#standing(move);
    const view = { kind, move, planName: names.sourceName };
    return freeNoticeCard({ ...view, ...(standing ? { standing } : {}) }, context);
  }

  /** The upgrade for whose sake licences have come free is looked at again by itself. */
  async #standing(move: Move): Promise<OrUnknown<ReasonCode[]> | undefined> {
    const { tenantId, userId, subscriptionId } = move;
    if (aimOf(move) !== 'free' || !isOver(move) || subscriptionId === undefined) return undefined;
    try {
      const facts = await this.#needs.gatherFacts(tenantId, userId, subscriptionId);
      return diagnose(facts).map(({ code }) => code);
    } catch {
      // What was done is told in any case, and the button looks again.
      return 'unknown';
    }
  }
}
