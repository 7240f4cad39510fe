/** The same questions as `configure`, asked again from the review. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { changeItemsCard } from '../../../cards/upgrade/review/changeItemsCard.ts';
import type { Facts } from '../../../commerce/diagnosis/facts.ts';
import type { Services } from '../../step/services.ts';
import type { Place, Step } from '../../step/stepDialog.ts';
import type { Purchase } from '../configureForm.ts';
import { PurchaseStep } from '../purchaseStep.ts';
import { quoteOf, storeQuote } from '../quoting.ts';
import { showRequoted } from './showRequoted.ts';

export class ChangeItemsDialog extends PurchaseStep {
  constructor(services: Services) {
    super('change-items', services, changeItemsCard);
  }

  protected override async filledIn(place: Place): Promise<Purchase> {
    const quote = await quoteOf(this.services, place.turn.tenantId, place.subject.quoteId);
    return { quantity: quote.quantity, term: quote.term, billing: quote.billing };
  }

  protected override back(step: Step): Promise<DialogTurnResult> {
    return step.go('review');
  }

  protected override async proceed(
    step: Step,
    facts: Facts,
    purchase: Purchase,
  ): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const before = await quoteOf(this.services, turn.tenantId, subject.quoteId);
    const wish = { ...before, ...purchase };
    const quote = await storeQuote(this.services, turn.tenantId, facts, wish);
    return showRequoted(step, quote);
  }
}
