import { loadCatalog } from '../../../commerce/catalog/loadCatalog.ts';
import { loadPriceBook } from '../../../commerce/catalog/loadPriceBook.ts';
import { subscriptionsOf } from '../../../commerce/licences/subscriptionsOf.ts';
import type { Order } from '../../../commerce/model/order.ts';
import type { ContractedSubscription, Subscription } from '../../../commerce/model/subscription.ts';
import { confirmedIn } from '../../../commerce/order/confirmed.ts';
import type { PlaceRequest } from '../../../commerce/ports/seller.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { MemoryTenantState } from './memoryTenantState.ts';
import { placedOrder } from './placedOrder.ts';

export const catalog = loadCatalog();
export const priceBook = loadPriceBook();

export const tenantId = 'tenant-1';
export const userId = 'user-1';
/** A Monday, 13:00 in Stockholm. */
export const firstInstant = Temporal.Instant.from('2026-11-23T12:00:00Z');

/** Nothing of its contract is unknown. */
export type SimulatedSubscription = ContractedSubscription & Pick<Subscription, 'assigned'>;

/** A sandbox over documents in memory, and real time that stands still until it is told to pass. */
export class SimulatedTenant {
  readonly tenants = new MemoryTenantState();
  realNow = firstInstant;
  sandbox = this.restarted();

  /** Another process over the same documents. */
  restarted(): Sandbox {
    return new Sandbox({
      tenants: this.tenants,
      catalog,
      prices: priceBook,
      now: () => this.realNow,
    });
  }

  pass(duration: Temporal.DurationLike): void {
    this.realNow = this.realNow.add(duration);
  }

  /** With what the directory knows of them. */
  subscriptions(): Promise<SimulatedSubscription[]> {
    return subscriptionsOf({ seller: this.sandbox, directory: this.sandbox }, tenantId);
  }

  async first(): Promise<SimulatedSubscription> {
    const [first] = await this.subscriptions();
    return first!;
  }

  /**
   * An order for the first product that the sandbox of scenario `happy` accepts, at what it costs now.
   * What can't be had costs nothing here.
   */
  async request(rest: Partial<PlaceRequest> = {}): Promise<PlaceRequest> {
    const { id, quantity } = await this.first();
    const { soldTo, billedTo, currency } = await this.sandbox.billingAccount(tenantId);
    const purchase = {
      tenantId,
      subscriptionId: id,
      targetSkuId: skus.businessPremium,
      quantity,
      term: 'P1Y',
      billing: 'monthly',
      paymentMethodId: 'card-4242',
      soldTo,
      billedTo,
      ...rest,
    } as const;
    const now = await this.sandbox.now(tenantId);
    const quote = await this.sandbox.quote(purchase).catch(() => undefined);
    return {
      clientRequestId: 'request-1',
      quoteId: 'quote-1',
      currency,
      unitPrice: quote ? confirmedIn(quote).unitPrice : 0,
      dueToday: quote?.dueToday ?? 0,
      creditToInvoice: quote?.creditToInvoice ?? 0,
      perPeriod: quote?.perPeriod ?? 0,
      forfeit: quote?.forfeit?.amount ?? 0,
      confirmedBy: { userId, name: 'Åsa Öberg' },
      confirmedAt: now.toString(),
      ...purchase,
    };
  }

  /** The order that asks for that; due at once. */
  async order(rest: Partial<PlaceRequest> = {}): Promise<Order> {
    const request = await this.request(rest);
    const { skuId: sourceSkuId } = await this.first();
    return placedOrder(request, { sourceSkuId, nextCheckAt: this.realNow.toString() });
  }

  /** Places it and gives the operation's id. */
  async placed(rest: Partial<PlaceRequest> = {}): Promise<string> {
    const result = await this.sandbox.place(await this.request(rest));
    return result.outcome === 'accepted' ? result.operationId : `declined: ${result.code}`;
  }
}
