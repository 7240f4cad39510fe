/** What the dialogs need of the business. The composition root fills it. */

import type { Facts } from '../../commerce/diagnosis/facts.ts';
import type { Catalog, PriceBook } from '../../commerce/model/catalog.ts';
import type { Clock } from '../../commerce/ports/clock.ts';
import type { Directory } from '../../commerce/ports/directory.ts';
import type {
  OrderRepository,
  QuoteRepository,
  WatchRepository,
} from '../../commerce/ports/repositories.ts';
import type { Seller } from '../../commerce/ports/seller.ts';
import type { TesterControl } from '../../commerce/ports/testerControl.ts';
import type { Article } from '../../locales/articles.ts';

export interface Services {
  seller: Seller;
  directory: Directory;
  clock: Clock;
  catalog: Catalog;
  /** The price list; what a tenant pays is among the facts. */
  priceBook: PriceBook;
  orders: OrderRepository;
  quotes: QuoteRepository;
  watches: WatchRepository;
  gatherFacts(tenantId: string, userId: string, subscriptionId: string): Promise<Facts>;
  /** Real time, for wake-ups. */
  now: () => Temporal.Instant;
  /** Tells the timers that an order or a watch may be due earlier than they think. */
  wake(): void;
  /** The one of our articles that answers a text; undefined when it is about another subject. */
  findArticle(text: string): Article | undefined;
  /** Undefined for who may not test in the tenant. */
  testerOf(tenantId: string, userId: string): TesterControl | undefined;
}
