/** The same questions as `configure`, asked again from the review. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { changeItemsCard } from '../../../cards/upgrade/review/changeItemsCard.ts';
import type { Selection } from '../../../commerce/checkout/purchase.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { PurchaseTerms } from '../../../commerce/model/terms.ts';
import type { Place, Step } from '../../step/stepDialog.ts';
import { type PurchaseNeeds, PurchaseStep } from '../purchaseStep.ts';
import { showRequoted } from './showRequoted.ts';

export class ChangeItemsDialog extends PurchaseStep {
  constructor(needs: PurchaseNeeds) {
    super('change-items', needs, changeItemsCard);
  }

  protected override async filledIn(place: Place): Promise<Selection> {
    const quote = await this.needs.quoting.find(place.turn.tenantId, place.subject.quoteId);
    return { quantity: quote.quantity, term: quote.term, billing: quote.billing };
  }

  /** Those of the quote hold until others are said. */
  protected override termsKnown(_place: Place, { term, billing }: Selection): PurchaseTerms {
    return { term, billing };
  }

  protected override back(step: Step): Promise<DialogTurnResult> {
    return step.go('review');
  }

  protected override async proceed(
    step: Step,
    facts: Facts,
    purchase: Selection,
  ): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const before = await this.needs.quoting.find(turn.tenantId, subject.quoteId);
    const wish = { ...before, ...purchase };
    const quote = await this.needs.quoting.quote(turn.tenantId, facts, wish);
    return showRequoted(step, quote);
  }
}
