/**
 * Who sells subscriptions: what is owned, offered and charged, and how an order is placed and followed.
 * Every call may reject with an `UpgraderaError`; nothing else is expected by the callers.
 */
import type { BillingAccount } from '../model/account.ts';
import type { PriceBook } from '../model/catalog.ts';
import type { SoldSubscription } from '../model/subscription.ts';
import type { BillingCycle, PurchaseTerms, Term } from '../model/terms.ts';

/** A product that the sales channel would sell as an upgrade, and how it may be bought. */
export interface Offer {
  skuId: string;
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
}

export interface PlaceRequest {
  tenantId: string;
  /** Stored before the call is made; the same id is never two orders (R82). */
  clientRequestId: string;
  subscriptionId: string;
  targetSkuId: string;
  quantity: number;
  term: Term;
  billing: BillingCycle;
  /** Absent where the seller told no ways to pay. */
  paymentMethodId: string | undefined;
}

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
  users: { moved: number; total: number; failures: UserFailure[] };
  /** Set from the moment on that the new subscription exists; may equal the old id (R84). */
  newSubscriptionId?: string;
  /** Service's own code, with `failed` and `declined`. */
  code?: string;
  /** How long the service asks us to wait before we look again, in seconds, where it does. */
  pollAfterSeconds?: number;
}

export interface Seller {
  billingAccount(tenantId: string): Promise<BillingAccount>;
  /** In the order in which the admin should see them. */
  subscriptions(tenantId: string): Promise<SoldSubscription[]>;
  eligibility(tenantId: string, subscriptionId: string): Promise<Eligibility>;
  /** What this customer pays: the price list, unless a price holds for this customer alone. */
  priceBook(tenantId: string): Promise<PriceBook>;
  place(request: PlaceRequest): Promise<PlaceResult>;
  /** Look-up after an unclear `place`: the operation that this request id started, if any. */
  findOperation(tenantId: string, clientRequestId: string): Promise<string | undefined>;
  operation(tenantId: string, operationId: string): Promise<OperationStatus>;
  /**
   * Takes an upgrade back that nothing was done for yet; the same again gives the same answer.
   * @throws operation.unknown
   */
  withdraw(tenantId: string, operationId: string): Promise<'withdrawn' | 'tooLate'>;
}
