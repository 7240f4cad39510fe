/** How is it paid? */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { changePaymentCard } from '../cards/changePaymentCard.ts';
import { paymentInputSchema } from '../cards/submission.ts';
import { paymentMethod } from '../cards/wording.ts';
import {
  firstCharge,
  type MethodForOrder,
  methodsForOrder,
} from '../commerce/quote/paymentMethods.ts';
import { ChangeStep } from './changeStep.ts';
import { findByName } from './names.ts';
import type { Place, Step } from './stepDialog.ts';

export class ChangePaymentDialog extends ChangeStep {
  protected override async present(place: Place): Promise<void> {
    const { turn } = place;
    const quote = await this.quote(place);
    const account = await this.services.commerce.billingAccount(turn.tenantId);
    const view = {
      methods: methodsForOrder(account, firstCharge(quote)),
      chosen: quote.paymentMethodId,
      invoiceFrom: account.invoiceFrom,
    };
    await turn.show('change-payment', { subject: place.draft }, (context) =>
      changePaymentCard(view, context),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    if (this.goesBack(step)) return this.back(step);
    const { turn } = step;
    const quote = await this.quote(step);
    const account = await this.services.commerce.billingAccount(turn.tenantId);
    const usable = methodsForOrder(account, firstCharge(quote)).filter((method) => method.usable);
    const method = usable.find(({ id }) => id === this.#answered(step, usable));
    if (!method) {
      return this.hint(step, 'dialogs.payment.hint');
    }
    return this.update(step, { paymentMethodId: method.id }, this.#label(step, method));
  }

  #answered(step: Step, usable: MethodForOrder[]): string | undefined {
    const { verb, inputs, text } = step.turn.intent;
    if (verb) {
      const parsed = paymentInputSchema.safeParse(inputs);
      return parsed.success ? parsed.data.paymentMethod : undefined;
    }
    const named = usable.map((method) => ({ choice: method.id, name: this.#label(step, method) }));
    const found = findByName(text, named);
    return 'found' in found ? found.found.choice : undefined;
  }

  #label({ turn }: Step, method: MethodForOrder): string {
    return paymentMethod(method, turn.l);
  }
}
