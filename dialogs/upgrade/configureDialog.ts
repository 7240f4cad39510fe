/** How many licences, for how long, paid how often? */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { configureCard } from '../../cards/upgrade/configureCard.ts';
import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Services } from '../step/services.ts';
import type { Place, Step } from '../step/stepDialog.ts';
import { defaultsOf, type Form, type Purchase } from './configureForm.ts';
import { PurchaseStep } from './purchaseStep.ts';
import { stepOf, storeQuote } from './quoting.ts';

export class ConfigureDialog extends PurchaseStep {
  constructor(services: Services) {
    super('configure', services, configureCard);
  }

  protected override async filledIn(_place: Place, form: Form, facts: Facts): Promise<Purchase> {
    return defaultsOf(form, facts);
  }

  protected override back(step: Step): Promise<DialogTurnResult> {
    return step.go('plans', { subscriptionId: step.subject.subscriptionId });
  }

  protected override async proceed(
    step: Step,
    facts: Facts,
    purchase: Purchase,
  ): Promise<DialogTurnResult> {
    const { targetSkuId = '' } = step.subject;
    const quote = await storeQuote(this.services, step.turn.tenantId, facts, {
      ...purchase,
      targetSkuId,
    });
    return step.go(stepOf(quote), { ...step.subject, quoteId: quote.id });
  }
}
