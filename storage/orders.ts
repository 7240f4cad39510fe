/**
 * Orders lie under their quote's id: that there is one order a quote is then what the engine
 * promises of any id. A damaged order is never set aside, so that its quote stays ordered.
 */
import { UpgraderaError } from '../commerce/errors.ts';
import type { OrderRepository, Stored } from '../commerce/repositories.ts';
import { type Order, orderSchema } from '../commerce/upgrade/order.ts';
import { isDamaged, parseStored } from './documents.ts';
import type { StorageEngine, StorageLog } from './engine.ts';
import { OrderIndex } from './orderIndex.ts';

export class StoredOrders implements OrderRepository {
  readonly #engine: StorageEngine;
  readonly #index: OrderIndex;
  readonly #log: StorageLog;

  private constructor(engine: StorageEngine, index: OrderIndex, log: StorageLog) {
    this.#engine = engine;
    this.#index = index;
    this.#log = log;
  }

  /** Reads all orders once. */
  static async open(engine: StorageEngine, log: StorageLog): Promise<StoredOrders> {
    const index = new OrderIndex();
    for await (const { id, document } of engine.scan('orders')) {
      const parsed = orderSchema.safeParse(document);
      if (parsed.success) index.note(parsed.data);
      else {
        const reason = String(parsed.error);
        log.warn({ code: 'storage.damaged', quote: id, reason }, 'left out a damaged order');
      }
    }
    return new StoredOrders(engine, index, log);
  }

  /** @throws storage.conflict when another quote's order has this id */
  async insert(order: Order): Promise<boolean> {
    const taken = this.#index.quoteOf(order.id);
    if (taken !== undefined && taken !== order.quoteId) {
      throw new UpgraderaError('storage.conflict', `order ${order.id} exists`);
    }
    const inserted = await this.#engine.create('orders', order.quoteId, order);
    if (inserted) this.#index.note(order);
    return inserted;
  }

  /** @throws storage.damaged once; afterwards the order is unknown until it is repaired */
  async get(id: string): Promise<Stored<Order> | undefined> {
    const quoteId = this.#index.quoteOf(id);
    if (quoteId === undefined) return undefined;
    try {
      return await this.findByQuote(quoteId);
    } catch (error) {
      if (isDamaged(error)) {
        this.#index.forget(id);
        this.#log.warn({ err: error, order: id }, 'left out a damaged order');
      }
      throw error;
    }
  }

  /** @throws storage.damaged */
  async findByQuote(quoteId: string): Promise<Stored<Order> | undefined> {
    const stored = await this.#engine.read('orders', quoteId);
    return stored && parseStored(orderSchema, 'orders', quoteId, stored);
  }

  async listByTenant(tenantId: string): Promise<Order[]> {
    const found = await Promise.all(this.#index.ofTenant(tenantId).map((id) => this.#getSound(id)));
    return found.flatMap((stored) => stored?.value ?? []);
  }

  async replace(order: Order, version: number): Promise<number> {
    const next = await this.#engine.replace('orders', order.quoteId, order, version);
    this.#index.note(order);
    return next;
  }

  async due(at: string, limit: number): Promise<string[]> {
    return this.#index.due(at, limit);
  }

  async undelivered(limit: number): Promise<string[]> {
    return this.#index.undelivered(limit);
  }

  async nextDue(): Promise<string | undefined> {
    return this.#index.nextDue();
  }

  async #getSound(id: string): Promise<Stored<Order> | undefined> {
    try {
      return await this.get(id);
    } catch (error) {
      if (!isDamaged(error)) throw error;
      return undefined;
    }
  }
}
