/** How many licences, for how long, paid how often? */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { configureCard } from '../../cards/upgrade/configureCard.ts';
import { type Selection, usualPurchase } from '../../commerce/checkout/purchase.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Place, Step } from '../step/stepDialog.ts';
import type { Form } from './configureForm.ts';
import { type PurchaseNeeds, PurchaseStep } from './purchaseStep.ts';
import { stepFor } from './stepFor.ts';

export class ConfigureDialog extends PurchaseStep {
  constructor(needs: PurchaseNeeds) {
    super('configure', needs, configureCard);
  }

  protected override async filledIn(_place: Place, form: Form, facts: Facts): Promise<Selection> {
    return usualPurchase(form, facts);
  }

  protected override back(step: Step): Promise<DialogTurnResult> {
    return step.go('plans', { subscriptionId: step.subject.subscriptionId });
  }

  protected override async proceed(
    step: Step,
    facts: Facts,
    purchase: Selection,
  ): Promise<DialogTurnResult> {
    const { turn, subject } = step;
    const wish = { ...purchase, targetSkuId: subject.targetSkuId ?? '' };
    const quote = await this.needs.quoting.quote(turn.tenantId, facts, wish);
    return step.go(stepFor(quote), { ...subject, quoteId: quote.id });
  }
}
