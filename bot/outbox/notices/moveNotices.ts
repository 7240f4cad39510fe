/** The notices of a move: that it is over, or that somebody has to see to it. */
import type { Card, CardContext } from '../../../cards/kit/card.ts';
import { moveNoticeCard } from '../../../cards/orders/moveNoticeCard.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import type { Move, MoveNotice } from '../../../commerce/model/move/move.ts';
import type { Subject } from '../../../commerce/model/subject.ts';
import { planName } from '../../../dialogs/step/planName.ts';
import type { NoticeSource } from './noticeSource.ts';

export class MoveNotices implements NoticeSource<Move, MoveNotice> {
  readonly #services: { catalog: Pick<Catalog, 'find'> };

  constructor(services: { catalog: Pick<Catalog, 'find'> }) {
    this.#services = services;
  }

  subject({ id }: Move): Subject {
    return { moveId: id };
  }

  async draw(move: Move, { kind }: MoveNotice, context: CardContext): Promise<Card> {
    const { catalog } = this.#services;
    const nameOf = (skuId: string): string => planName(catalog, skuId, context.l);
    const { sourceSkuId, targetSkuId } = move;
    const names = { sourceName: nameOf(sourceSkuId), targetName: nameOf(targetSkuId) };
    return moveNoticeCard({ kind, move, ...names }, context);
  }
}
