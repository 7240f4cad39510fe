/** Cards of an order to approve: each tells in its place what has become of it, once that has changed. */
import { approvalNewsCard } from '../../../cards/approval/approvalNewsCard.ts';
import type { Approval, ApprovalRepository } from '../../../commerce/approval/approval.ts';
import { cardsToTell } from '../../../commerce/approval/shownApproval.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import { planNames } from '../../../dialogs/step/planName.ts';
import { cardsNoting, ShownCards, type ShownCardsParts } from './shownCards.ts';

interface ApprovalCardsNeeds {
  approvals: ApprovalRepository;
  catalog: Pick<Catalog, 'find'>;
}

export class ApprovalCards extends ShownCards {
  readonly #approvals: ApprovalRepository;

  constructor({ approvals, catalog }: ApprovalCardsNeeds, parts: ShownCardsParts) {
    super(parts, async (id) => {
      const approval = (await approvals.get(id))?.value;
      if (!approval) return undefined;
      const { tenantId, revision } = approval;
      const cards = cardsToTell(approval);
      return {
        ...{ id, tenantId, revision, cards },
        draw: (context, { activityId }) => {
          const shown = cards.find((card) => card.activityId === activityId);
          const names = planNames(catalog, context.l, approval);
          return approvalNewsCard({ approval, ...names, in: shown?.as ?? 'notice' }, context);
        },
      };
    });
    this.#approvals = approvals;
  }

  /** @returns how the approval takes note of it; undefined when no card is behind */
  async catchUp(id: string): Promise<((one: Approval) => Approval) | undefined> {
    const found = (await this.#approvals.get(id))?.value;
    if (!found || found.cards.every(({ revision }) => revision >= found.revision)) return undefined;
    const { revision } = found;
    const told = cardsToTell(found);
    const left = found.cards.filter((card) => !told.includes(card));
    const shown = [
      ...(await this.bringUpToDate(id)),
      ...left.map(({ activityId }) => ({ activityId, revision })),
    ];
    return (one) => ({ ...one, cards: cardsNoting(one.cards, shown) });
  }
}
