/**
 * What the business remembers. `storage/` implements these over its engines.
 * A stored document has a version; writing needs the version that was read, else
 * `storage.conflict` is thrown and nothing is written.
 */

import type { Move } from '../model/move/move.ts';
import type { MovePart } from '../model/move/movePart.ts';
import type { Order } from '../model/order.ts';
import type { Quote } from '../model/quote.ts';
import type { Watch } from '../model/watch.ts';
import type { Connected, Connection } from './connection.ts';

export interface Stored<T> {
  value: T;
  version: number;
}

/** Rows that wait for an instant, and owe somebody notices. */
export interface WaitingRows {
  /** Ids of rows whose `nextCheckAt` is at or before this ISO instant, earliest first. */
  due(at: string, limit: number): Promise<string[]>;
  /** Ids of rows that owe notices, longest untouched first. */
  undelivered(limit: number): Promise<string[]>;
  /** ISO instant of the earliest `nextCheckAt`. */
  nextDue(): Promise<string | undefined>;
}

/** Documents of one kind that wait. */
export interface WaitingRepository<T> extends WaitingRows {
  /**
   * Atomic.
   * @returns false, and writes nothing, when a document of the same id exists
   * @throws storage.conflict when another one waits that has what this one is to have for itself
   */
  insert(document: T): Promise<boolean>;
  /** @param id of its row */
  get(id: string): Promise<Stored<T> | undefined>;
  /** Newest first. */
  listByTenant(tenantId: string): Promise<T[]>;
  /** @returns the new version. @throws storage.conflict */
  replace(document: T, version: number): Promise<number>;
}

export interface QuoteRepository {
  insert(quote: Quote): Promise<void>;
  get(id: string): Promise<Quote | undefined>;
}

/** Of one quote there is one order, and of one subscription one that is open. */
export interface OrderRepository extends WaitingRepository<Order> {
  findByQuote(quoteId: string): Promise<Stored<Order> | undefined>;
  /** Of all tenants, in no order, read one after the other; damaged ones are left out. */
  all(): AsyncIterable<Order>;
}

export type WatchRepository = WaitingRepository<Watch>;

export type MoveRepository = WaitingRepository<Move>;

/** The users of a move, a batch each. */
export interface MovePartRepository {
  /** @throws storage.damaged */
  get(moveId: string, index: number): Promise<Stored<MovePart> | undefined>;
  /** `version` 0 creates. @returns the new version. @throws storage.conflict */
  save(part: MovePart, version: number): Promise<number>;
}

/** Documents of tenants that are simulated; their back end alone knows their shape. */
export interface TenantStateRepository {
  load(tenantId: string): Promise<Stored<unknown> | undefined>;
  /** `version` 0 creates. @returns the new version. @throws storage.conflict */
  save(tenantId: string, state: unknown, version: number): Promise<number>;
}

/** Prices that a partner imported; the back end that uses them alone knows their shape. */
export interface PriceSheetRepository {
  /** @param market country as in ISO 3166-1 alpha-2, in capitals */
  load(market: string): Promise<Stored<unknown> | undefined>;
  /** `version` 0 creates. @returns the new version. @throws storage.conflict */
  save(market: string, sheet: unknown, version: number): Promise<number>;
}

/** Which tenants may be read. */
export interface ConnectionRepository {
  /** Undefined for a tenant that is not connected. */
  find(tenantId: string): Promise<Connected | undefined>;
  /**
   * Atomic: of many calls with the same consent exactly one gets true.
   * @param now ISO instant: what is older need not be remembered
   */
  use(tenantId: string, consent: Connection['used'][number], now: string): Promise<boolean>;
  connect(tenantId: string, connected: Connected): Promise<void>;
  disconnect(tenantId: string): Promise<void>;
}

/** When something was first tried in vain, so that a wait is counted from there (R33). */
export interface FirstAttemptRepository {
  /**
   * Remembers an attempt at the ISO instant `at`, unless one since `notBefore` is known.
   * @returns the instant of the earliest attempt since `notBefore`
   */
  note(attempt: Attempt, at: string, notBefore: string): Promise<string>;
}

/** What was tried, and the code of the refusal. */
export interface Attempt {
  tenantId: string;
  subscriptionId: string;
  code: string;
}
