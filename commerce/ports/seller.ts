/**
 * Who sells subscriptions: what is owned, offered and charged, and how an order is placed and followed.
 * Every call may reject with an `UpgraderaError`; nothing else is expected by the callers.
 */
import type { Address, BilledTo, BillingAccount } from '../model/account.ts';
import type { PriceBook } from '../model/catalog.ts';
import type { Currency } from '../model/money.ts';
import type { LicencesOf, OwnedBefore } from '../model/purchase/adminPurchase.ts';
import type { Quote } from '../model/quote.ts';
import type { SoldSubscription } from '../model/subscription.ts';
import type { BillingCycle, PurchaseTerms, Term } from '../model/terms.ts';

/** A product that the sales channel would sell as an upgrade, and how it may be bought. */
export interface Offer {
  skuId: string;
  /** Those that have a price; without any, the product would be sold, and nobody has told at what price. */
  purchaseTerms: PurchaseTerms[];
}

/** A refusal in the words of the channel. Codes are open: an unknown one is UNKNOWN_REASON (R28). */
export interface Refusal {
  code: string;
  description: string;
}

export interface Eligibility {
  offers: Offer[];
  refusals: Refusal[];
  /** Nobody who sells was asked: what is offered follows from the catalogue, and the seller may see it otherwise. */
  tentative?: true;
}

/** An upgrade with everything that is decided about it. */
export interface Purchase {
  tenantId: string;
  subscriptionId: string;
  targetSkuId: string;
  quantity: number;
  term: Term;
  billing: BillingCycle;
  /** Absent where the seller told no ways to pay. */
  paymentMethodId?: string | undefined;
  soldTo: Address;
  billedTo: BilledTo;
}

/** Everything that was confirmed: a service that can't place exactly this declines. */
export interface PlaceRequest extends Purchase {
  /** Stored before the call is made. */
  clientRequestId: string;
  currency: Currency;
  /** Minor units before tax: per licence and charge period, as are all amounts. */
  unitPrice: number;
  dueToday: number;
  creditToInvoice: number;
  perPeriod: number;
  /** Prepaid value that the person agreed to lose (R94). */
  forfeit: number;
  quoteId: string;
  confirmedBy: { userId: string; name: string };
  /** ISO instant of the tenant's time. */
  confirmedAt: string;
  /**
   * When it was sent first (ISO instant of the tenant's time), where this is a repeat: a no to it does
   * not say that nothing was ordered.
   */
  firstSentAt?: string;
}

/** What an order that was sent can be recognised by at the service. */
export interface SentOrder
  extends Pick<PlaceRequest, 'clientRequestId' | 'subscriptionId' | 'targetSkuId' | 'quantity'> {
  /** ISO instant of the tenant's time. */
  firstSentAt: string;
}

/** Code of a service that would charge something else than was confirmed. */
export const priceChanged = 'PriceChanged';

export type PlaceResult =
  | { outcome: 'accepted'; operationId: string }
  | { outcome: 'declined'; code: string };

export interface UserFailure {
  userName: string;
  /** Microsoft's licence error class, e.g. `CountViolation`; open. */
  reason: string;
}

/** Where an accepted upgrade stands at the service now (R75–R79). */
export interface OperationStatus {
  phase:
    | 'creditCheck'
    | 'declined'
    | 'withdrawn'
    | 'provisioning'
    | 'reassigning'
    | 'cancellingOld'
    | 'completed'
    | 'completedWithUserErrors'
    | 'failed';
  /** Absent where the service does not tell of single users. */
  users?: { moved: number; total: number; failures: UserFailure[] };
  /** Who was not moved, where that is known though nobody counts those who were. */
  leftBehind?: UserFailure[];
  /** Set from the moment on that the new subscription exists; may equal the old id (R84). */
  newSubscriptionId?: string;
  /** Service's own code, with `failed` and `declined`. */
  code?: string;
  /** How long the service asks us to wait before we look again, in seconds, where it does. */
  pollAfterSeconds?: number;
}

/** What the admin orders in Microsoft's admin center, as far as it is known here. */
export interface AwaitedPurchase {
  subscriptionId: string;
  sourceSkuId: string;
  targetSkuId: string;
  before: OwnedBefore;
  /** ISO instant since when every look has seen the same. */
  unchangedSince: string;
}

/**
 * Where it stands, as far as the directory shows it, which is minutes late: what it does not show, or not
 * any more, is not concluded from.
 */
export interface PurchaseStatus extends Omit<OperationStatus, 'phase' | 'code'> {
  phase:
    | 'awaitingPurchase'
    | 'provisioning'
    | 'reassigning'
    | 'cancellingOld'
    | 'completed'
    | 'completedWithUserErrors';
  /** Licences of the new plan that have come. */
  bought?: number;
  /** Those of another plan that have come instead. */
  instead?: LicencesOf;
  /** At the end: the old plan has not ended. */
  oldPlanGoesOn?: true;
}

/**
 * What a back end can do beside placing an order and telling where it stands, for one tenant.
 * What is absent it can't do: nobody is offered it, and nobody waits for it.
 */
export interface Capabilities {
  /** Whether `place` with a request id that was sent before is always the same order. */
  repeatsSafely: boolean;
  /** Whether it checks the credit of who pays by invoice, before it does anything (R65). */
  checksCredit: boolean;
  /**
   * Nothing can be quoted or ordered here: the admin orders in Microsoft's admin center, and this is how it
   * is seen.
   */
  seePurchase?: (awaited: AwaitedPurchase) => Promise<PurchaseStatus>;
  /** Look-up after an unclear `place`: the operation that this order started, if any. */
  findOperation?: (sent: SentOrder) => Promise<string | undefined>;
  /**
   * Takes an upgrade back that nothing was done for yet; the same again gives the same answer.
   * @throws operation.unknown
   */
  withdraw?: (operationId: string) => Promise<'withdrawn' | 'tooLate'>;
}

export interface Seller {
  /** By which a subscription is paid; without one, by which the tenant buys. */
  billingAccount(tenantId: string, subscriptionId?: string): Promise<BillingAccount>;
  /** In the order in which the admin should see them. */
  subscriptions(tenantId: string): Promise<SoldSubscription[]>;
  eligibility(tenantId: string, subscriptionId: string): Promise<Eligibility>;
  /** What this customer pays: the price list, unless a price holds for this customer alone. */
  priceBook(tenantId: string, subscriptionId?: string): Promise<PriceBook>;
  /**
   * What a purchase would cost now, to be shown and confirmed: asked of the service, or computed from
   * its prices where it can't be asked (`quoteFromPrices`). Nothing is stored or reserved.
   * @throws an error that is not retryable when the purchase can't be had
   */
  quote(purchase: Purchase): Promise<Quote>;
  capabilities(tenantId: string, subscriptionId?: string): Promise<Capabilities>;
  /**
   * Orders exactly what was confirmed. A repeat with the same `clientRequestId` is meant for a call
   * whose answer never came (R82, `MS-RequestId` at Partner Center): with `repeatsSafely` it is answered
   * with the operation of the first, whatever else it says, and starts none beside it; without, it may
   * be a second order, so that it is only made once it is certain that the first was none.
   *
   * It rejects with an error that is not retryable, other than `upstream.malformed`, only when nothing
   * was ordered and nothing will be.
   */
  place(request: PlaceRequest): Promise<PlaceResult>;
  operation(tenantId: string, operationId: string): Promise<OperationStatus>;
}
