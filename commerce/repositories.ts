/**
 * What the business remembers. `storage/` implements these over its engines.
 * A stored document has a version; writing needs the version that was read, else
 * `storage.conflict` is thrown and nothing is written.
 */
import type { Quote } from './quote/quote.ts';
import type { Order } from './upgrade/order.ts';

export interface Stored<T> {
  value: T;
  version: number;
}

export interface QuoteRepository {
  insert(quote: Quote): Promise<void>;
  get(id: string): Promise<Quote | undefined>;
}

export interface OrderRepository {
  /** Atomic. @returns false, and writes nothing, when an order for the same quote exists. */
  insert(order: Order): Promise<boolean>;
  get(id: string): Promise<Stored<Order> | undefined>;
  findByQuote(quoteId: string): Promise<Stored<Order> | undefined>;
  /** Newest first. */
  listByTenant(tenantId: string): Promise<Order[]>;
  /** @returns the new version. @throws storage.conflict */
  replace(order: Order, version: number): Promise<number>;
  /** Ids of orders whose `nextCheckAt` is at or before this ISO instant, earliest first. */
  due(at: string, limit: number): Promise<string[]>;
  /** Ids of orders with a notice that is pending or sending, or a shown card of an old revision. */
  undelivered(limit: number): Promise<string[]>;
  /** ISO instant of the earliest `nextCheckAt`. */
  nextDue(): Promise<string | undefined>;
}

/** Documents of the simulated tenants; the sandbox alone knows their shape. */
export interface TenantStateRepository {
  load(tenantId: string): Promise<Stored<unknown> | undefined>;
  /** `version` 0 creates. @returns the new version. @throws storage.conflict */
  save(tenantId: string, state: unknown, version: number): Promise<number>;
}
