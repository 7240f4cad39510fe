/** Subscriptions of simulated tenants. One turn asks for the same ones many times over. */

import { deepFreeze } from '../../commerce/base/deepFreeze.ts';
import type { PriceBook } from '../../commerce/model/catalog.ts';
import type { Currency } from '../../commerce/model/money.ts';
import type { ContractedSubscription } from '../../commerce/model/subscription.ts';
import { type Owned, subscriptionOf } from './owned.ts';
import type { TenantNow } from './tenantNow.ts';

interface Known {
  today: string;
  currency: Currency;
  prices: PriceBook;
  subscription: ContractedSubscription;
}

export class KnownSubscriptions {
  /** Of products that nobody can change any more. */
  readonly #known = new WeakMap<Owned, Known>();

  /** What a tenant owns, as subscriptions of that day. @throws price.unknown */
  of({ owned, today, account }: TenantNow, prices: PriceBook): ContractedSubscription[] {
    return owned.map((product) => this.#one(product, today, account.currency, prices));
  }

  #one(
    product: Owned,
    today: string,
    currency: Currency,
    prices: PriceBook,
  ): ContractedSubscription {
    const known = this.#known.get(product);
    if (known?.today === today && known.currency === currency && known.prices === prices) {
      return known.subscription;
    }
    const subscription = deepFreeze(subscriptionOf(product, today, currency, prices));
    if (Object.isFrozen(product))
      this.#known.set(product, { today, currency, prices, subscription });
    return subscription;
  }
}
