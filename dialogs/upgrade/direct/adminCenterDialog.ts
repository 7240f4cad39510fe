/** The admin orders in the admin center: it is waited for from the moment on in which they are told what to enter. */
import type { DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { adminCenterCard, purchaseInputSchema } from '../../../cards/upgrade/adminCenterCard.ts';
import { UpgraderaError } from '../../../commerce/base/errors.ts';
import { quantitySchema } from '../../../commerce/base/wholeNumber.ts';
import { purchaseBounds } from '../../../commerce/checkout/purchase.ts';
import { ownedBefore } from '../../../commerce/licences/ownedBefore.ts';
import type { Catalog } from '../../../commerce/model/catalog.ts';
import { money } from '../../../commerce/model/money.ts';
import {
  type PurchaseTime,
  purchaseTimeSchema,
} from '../../../commerce/model/purchase/adminPurchase.ts';
import { purchaseTermsSchema } from '../../../commerce/model/terms.ts';
import { type Begun, beginPurchase } from '../../../commerce/order/purchase/beginPurchase.ts';
import { decidePurchase, letGo } from '../../../commerce/order/purchase/decidePurchase.ts';
import type { OrderRepository } from '../../../commerce/ports/repositories.ts';
import { match } from '../../../understanding/phrases.ts';
import type { FactsOfTurn } from '../../step/factsOfTurn.ts';
import { planNames } from '../../step/planName.ts';
import { type Place, type Step, StepDialog, type StepNeeds } from '../../step/stepDialog.ts';
import { type TenantTimeNeeds, tenantTimeOf } from '../../step/tenantTime.ts';

export interface AdminCenterNeeds extends StepNeeds, TenantTimeNeeds {
  factsOf: FactsOfTurn;
  catalog: Pick<Catalog, 'find'>;
  orders: OrderRepository;
  /** Real time. */
  now(): Temporal.Instant;
  /** There is an order to be looked at. */
  wake(): void;
}

const memorySchema = z.object({
  purchase: purchaseTermsSchema.extend({
    quantity: quantitySchema,
    subscriptionId: z.string(),
    targetSkuId: z.guid(),
  }),
});

export class AdminCenterDialog extends StepDialog<AdminCenterNeeds> {
  protected override async enter(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const { order, outcome } = await this.#begin(step);
    if (outcome === 'alreadyOpen') {
      const { id, placedBy } = order;
      await turn.say('dialogs.adminCenter.alreadyOpen', { order: id, name: placedBy.name });
      return step.end();
    }
    step.memory.orderId = order.id;
    this.needs.wake();
    return super.enter(step);
  }

  protected override async present(place: Place): Promise<void> {
    const { turn } = place;
    const orderId = orderIn(place);
    const order = (await this.needs.orders.get(orderId))?.value;
    if (!order?.purchase) throw new UpgraderaError('order.unknown', orderId);
    const { quantity, term, billing, currency, purchase } = order;
    const { timeZone } = await tenantTimeOf(this.needs, turn.tenantId, order.timeZone);
    const view = {
      ...planNames(this.needs.catalog, turn.l, order),
      purchase: { quantity, term, billing },
      price: money(purchase.listPrice, currency),
      until: purchase.until,
      timeZone,
    };
    await turn.show('admin-center', { subject: { orderId } }, (context) =>
      adminCenterCard(view, context),
    );
  }

  protected override async receive(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const { verb, text, inputs } = turn.intent;
    if (verb ? verb === 'plan.back' : match(text, 'back') !== undefined) return this.#back(step);
    const isPlaced = verb ? verb === 'purchase.check' : saysPlaced(text);
    const time = verb ? purchaseInputSchema.safeParse(inputs).data?.time : timeIn(text);
    const waits = verb === 'purchase.wait' || time !== undefined;
    if (isPlaced || waits) return this.#follow(step, isPlaced, time);
    return this.hint(step, 'dialogs.adminCenter.hint');
  }

  async #back(step: Step): Promise<DialogTurnResult> {
    const { turn } = step;
    const at = await this.#tenantNow(step);
    const order = await letGo(this.needs.orders, orderIn(step), { by: turn.userId, at });
    this.needs.wake();
    await turn.close(['admin-center'], turn.l.t('dialogs.outcome.back'));
    return step.go('plans', { subscriptionId: order.subscriptionId });
  }

  /** The order's own card is what goes on from here. */
  async #follow(
    step: Step,
    isPlaced: boolean,
    time: PurchaseTime | undefined,
  ): Promise<DialogTurnResult> {
    const { turn } = step;
    const at = await this.#tenantNow(step);
    const wakeAt = this.needs.now().toString();
    const decision = { by: turn.userId, at, wakeAt, time, isPlaced };
    const order = await decidePurchase(this.needs.orders, orderIn(step), decision);
    this.needs.wake();
    const outcome = turn.l.t('dialogs.outcome.followed', { order: order.id });
    await turn.close(['admin-center'], outcome);
    turn.keep();
    return step.go('orders', { orderId: order.id });
  }

  async #begin({ turn, memory }: Step): Promise<Begun> {
    const { purchase } = memorySchema.parse(memory);
    const { catalog, factsOf, orders, now } = this.needs;
    const { targetSkuId } = purchase;
    const facts = await factsOf(turn, purchase.subscriptionId);
    const { options } = purchaseBounds(catalog, facts, targetSkuId);
    const price = options.find(
      ({ term, billing }) => term === purchase.term && billing === purchase.billing,
    )?.price;
    if (!price) throw new UpgraderaError('price.unknown', targetSkuId);
    const { skuId: sourceSkuId } = facts.subscription;
    return beginPurchase(orders, {
      tenantId: turn.tenantId,
      by: { userId: turn.userId, name: turn.userName },
      conversation: turn.conversation,
      ...purchase,
      sourceSkuId,
      currency: price.currency,
      listPrice: price.amount,
      before: ownedBefore(facts.subscriptions, { old: sourceSkuId, new: targetSkuId }),
      at: facts.now,
      wakeAt: now().toString(),
    });
  }

  async #tenantNow({ turn }: Step): Promise<string> {
    return (await this.needs.clock.now(turn.tenantId)).toString();
  }
}

/** The card says it; the step, as long as it was not left. */
function orderIn({ memory, subject }: Place): string {
  const { orderId } = memory;
  return typeof orderId === 'string' ? orderId : (subject.orderId ?? '');
}

function saysPlaced(text: string): boolean {
  return match(text, 'purchase.placed') !== undefined || match(text, 'recheck') !== undefined;
}

function timeIn(text: string): PurchaseTime | undefined {
  return purchaseTimeSchema.options.find((time) => match(text, `purchase.${time}`) !== undefined);
}
