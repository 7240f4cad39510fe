/** What the dialogs need of the business. The composition root fills it. */
import type { Catalog, PriceBook } from '../commerce/catalog/catalog.ts';
import type { Facts } from '../commerce/diagnosis/facts.ts';
import type { Clock, Commerce, Directory, SandboxControl } from '../commerce/ports.ts';
import type { OrderRepository, QuoteRepository } from '../commerce/repositories.ts';

export interface Services {
  commerce: Commerce;
  directory: Directory;
  clock: Clock;
  catalog: Catalog;
  priceBook: PriceBook;
  orders: OrderRepository;
  quotes: QuoteRepository;
  gatherFacts(tenantId: string, userId: string, subscriptionId: string): Promise<Facts>;
  /** Real time, for wake-ups. */
  now: () => Temporal.Instant;
  /** Tells the timer that an order may be due earlier than it thinks. */
  wake(): void;
  /** Only with simulated tenants. */
  sandbox?: SandboxControl;
}
