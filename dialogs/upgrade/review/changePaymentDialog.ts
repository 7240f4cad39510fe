/** How is it paid? */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { paymentMethod } from '../../../cards/kit/wording.ts';
import {
  changePaymentCard,
  paymentInputSchema,
} from '../../../cards/upgrade/review/changePaymentCard.ts';
import type { BillingAccount } from '../../../commerce/model/account.ts';
import type { Quote } from '../../../commerce/model/quote.ts';
import type { OrderRepository } from '../../../commerce/ports/repositories.ts';
import type { Seller } from '../../../commerce/ports/seller.ts';
import {
  declinedMethods,
  firstCharge,
  type MethodForOrder,
  methodsForOrder,
} from '../../../commerce/quote/paymentMethods.ts';
import { findByName } from '../../../understanding/findByName.ts';
import { without } from '../../../understanding/phrases.ts';
import type { Place, Step } from '../../step/stepDialog.ts';
import { type ChangeNeeds, ChangeStep } from './changeStep.ts';

export interface ChangePaymentNeeds extends ChangeNeeds {
  seller: Pick<Seller, 'billingAccount'>;
  orders: Pick<OrderRepository, 'listByTenant'>;
}

export class ChangePaymentDialog extends ChangeStep<ChangePaymentNeeds> {
  protected override async present(place: Place): Promise<void> {
    const { turn } = place;
    const quote = await this.quote(place);
    const account = await this.needs.seller.billingAccount(turn.tenantId);
    const methods = await this.#methods(account, quote);
    const chosen = this.#said(place, methods) ?? quote.paymentMethodId;
    const view = {
      methods,
      ...(chosen === undefined ? {} : { chosen }),
      ...(account.invoiceFrom ? { invoiceFrom: account.invoiceFrom } : {}),
    };
    await turn.show('change-payment', { subject: place.subject }, (context) =>
      changePaymentCard(view, context),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    if (this.goesBack(step)) return this.back(step);
    const other = await this.instead(step);
    if (other) return other;
    const { turn } = step;
    const quote = await this.quote(step);
    const account = await this.needs.seller.billingAccount(turn.tenantId);
    const methods = await this.#methods(account, quote);
    const usable = methods.filter((method) => method.usable);
    const method = usable.find(({ id }) => id === this.#answered(step, usable));
    if (!method) {
      return this.hint(step, 'dialogs.payment.hint');
    }
    return this.update(step, { paymentMethodId: method.id }, this.#label(step, method));
  }

  async #methods(account: BillingAccount, quote: Quote): Promise<MethodForOrder[]> {
    const orders = await this.needs.orders.listByTenant(quote.tenantId);
    const declined = declinedMethods(orders, quote.subscriptionId);
    return methodsForOrder(account, firstCharge(quote), declined);
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

  /** The method of the kind that was named when the form was asked for: it is chosen there already. */
  #said({ turn }: Place, methods: readonly MethodForOrder[]): string | undefined {
    const { verb, text, typed = text } = turn.intent;
    if (verb) return undefined;
    const ofKind = methods.filter(
      ({ kind, usable }) => usable && without(typed, `methods.${kind}`) !== undefined,
    );
    return ofKind.length === 1 ? ofKind[0]?.id : undefined;
  }

  #label({ turn }: Step, method: MethodForOrder): string {
    return paymentMethod(method, turn.l);
  }
}
