/**
 * Microsoft as a seller without a partner in between. Nobody but its admin center sells there: what is
 * owned is read, what could be bought follows from the catalogue, and nothing can be ordered from here.
 */
import { dayIn } from '../../commerce/base/dayIn.ts';
import { UpgraderaError } from '../../commerce/base/errors.ts';
import type { BillingAccount } from '../../commerce/model/account.ts';
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import type { Plan } from '../../commerce/model/plan.ts';
import { chargesIn, directoryLagMinutes } from '../../commerce/model/policyValues.ts';
import type { SoldSubscription } from '../../commerce/model/subscription.ts';
import { billingCycleSchema, type PurchaseTerms, termSchema } from '../../commerce/model/terms.ts';
import { isKnown } from '../../commerce/model/unknown.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type {
  AwaitedPurchase,
  Capabilities,
  Eligibility,
  Offer,
  PurchaseStatus,
  Seller,
} from '../../commerce/ports/seller.ts';
import type { GraphClient } from '../graph/graphClient.ts';
import { companySubscriptionsRead, usersRead } from '../graph/reads.ts';
import { leftBehind } from './leftBehind.ts';
import { currencyIn } from './market.ts';
import { purchaseSeen } from './purchaseSeen.ts';
import { soldSubscription } from './soldSubscriptions.ts';

export interface DirectSellerParts {
  graph: Pick<GraphClient, 'all'>;
  directory: Pick<Directory, 'organisation' | 'assignedLicences'>;
  catalog: Catalog;
  /** The price list; what a customer pays is told by nobody. */
  priceBook: PriceBook;
  now: () => Temporal.Instant;
  /** Minutes by which the directory may be late, where not those of the policy. */
  directoryLagMinutes?: number | undefined;
}

/** Ways in which Microsoft sells: https://learn.microsoft.com/microsoft-365/commerce/billing-and-payments/understand-billing-frequency */
const ways: readonly PurchaseTerms[] = termSchema.options.flatMap((term) =>
  billingCycleSchema.options
    .filter((billing) => chargesIn(term, billing) > 0)
    .map((billing) => ({ term, billing })),
);

export class DirectSeller implements Seller {
  readonly #parts: DirectSellerParts;

  constructor(parts: DirectSellerParts) {
    this.#parts = parts;
  }

  async billingAccount(tenantId: string): Promise<BillingAccount> {
    const { country } = await this.#parts.directory.organisation(tenantId);
    return {
      id: tenantId,
      agreement: 'unknown',
      segment: 'unknown',
      currency: currencyIn(country),
      soldTo: 'unknown',
      billedTo: 'unknown',
      paymentMethods: 'unknown',
      overdue: 'unknown',
    };
  }

  async subscriptions(tenantId: string): Promise<SoldSubscription[]> {
    const owned = await this.#parts.graph.all(tenantId, companySubscriptionsRead);
    return owned.map((one) => soldSubscription(one, tenantId));
  }

  /** Every plan of the same kind of customer that has a list price; which of them keep the data is judged elsewhere. */
  async eligibility(tenantId: string, subscriptionId: string): Promise<Eligibility> {
    const [subscriptions, account] = await Promise.all([
      this.subscriptions(tenantId),
      this.billingAccount(tenantId),
    ]);
    const { catalog, priceBook, now } = this.#parts;
    const owned = subscriptions.find(({ id }) => id === subscriptionId);
    if (!owned) throw new UpgraderaError('subscription.unknown', subscriptionId);
    const source = catalog.find(owned.skuId);
    const on = dayIn('UTC', now());
    const offerOf = ({ skuId }: Plan): Offer => ({
      skuId,
      purchaseTerms: ways.filter(
        (way) => priceBook.price({ skuId, currency: account.currency, ...way, on }) !== undefined,
      ),
    });
    const offers = catalog.plans
      .filter((plan) => isPossible(source, plan))
      .map(offerOf)
      .filter(({ purchaseTerms }) => purchaseTerms.length > 0);
    return { offers, refusals: [], tentative: true };
  }

  async priceBook(): Promise<PriceBook> {
    return this.#parts.priceBook;
  }

  async capabilities(tenantId: string): Promise<Capabilities> {
    return {
      repeatsSafely: false,
      checksCredit: false,
      seePurchase: (awaited) => this.#seePurchase(tenantId, awaited),
    };
  }

  quote(): Promise<never> {
    return refused('quote');
  }

  place(): Promise<never> {
    return refused('place');
  }

  async operation(_tenantId: string, operationId: string): Promise<never> {
    throw new UpgraderaError('operation.unknown', operationId);
  }

  async #seePurchase(tenantId: string, awaited: AwaitedPurchase): Promise<PurchaseStatus> {
    const { directory, catalog, now, graph } = this.#parts;
    const { directoryLagMinutes: lagMinutes = directoryLagMinutes } = this.#parts;
    const [subscriptions, assigned] = await Promise.all([
      this.subscriptions(tenantId),
      directory.assignedLicences(tenantId),
    ]);
    if (!isKnown(assigned)) throw new UpgraderaError('upstream.unavailable', 'licences unknown');
    const isPlan = (skuId: string): boolean => catalog.find(skuId)?.kind === 'base';
    const owned = { subscriptions, assigned, isPlan, now: now(), lagMinutes };
    const status = purchaseSeen(awaited, owned);
    if (status.phase !== 'completedWithUserErrors') return status;
    const [source, target] = [awaited.sourceSkuId.toLowerCase(), awaited.targetSkuId.toLowerCase()];
    const users = await graph.all(tenantId, usersRead(source));
    return { ...status, leftBehind: leftBehind(users, source, target) };
  }
}

/** What a partner sold, and what can't be upgraded at all, is judged by the rules. */
function isPossible(source: Plan | undefined, plan: Plan): boolean {
  return (
    source?.kind === 'base' &&
    plan.kind === 'base' &&
    plan.family !== 'legacy' &&
    plan.segment === source.segment &&
    plan.skuId !== source.skuId
  );
}

async function refused(what: string): Promise<never> {
  throw new UpgraderaError('upstream.refused', `${what}: the admin center alone sells here`);
}
