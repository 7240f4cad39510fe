/**
 * Orders lie under their quote's id: that there is one order a quote is then what the engine
 * promises of any id. A damaged order is never set aside, so that its quote stays ordered.
 */
import { UpgraderaError } from '../commerce/errors.ts';
import type { OrderRepository, Stored } from '../commerce/repositories.ts';
import { type Order, orderSchema } from '../commerce/upgrade/order.ts';
import { CheckedDocuments, isDamaged } from './documents.ts';
import type { StorageEngine, StorageLog } from './engine.ts';
import { type Row, RowIndex } from './rowIndex.ts';

export class StoredOrders implements OrderRepository {
  readonly #engine: StorageEngine;
  readonly #documents: CheckedDocuments<Order>;
  readonly #index: RowIndex;
  readonly #log: StorageLog;

  private constructor(engine: StorageEngine, index: RowIndex, log: StorageLog) {
    this.#engine = engine;
    this.#documents = new CheckedDocuments(engine, 'orders', orderSchema);
    this.#index = index;
    this.#log = log;
  }

  /** Reads all orders once. */
  static async open(engine: StorageEngine, log: StorageLog): Promise<StoredOrders> {
    const index = new RowIndex();
    for await (const { id, document } of engine.scan('orders')) {
      const parsed = orderSchema.safeParse(document);
      if (parsed.success) index.note(rowOf(parsed.data));
      else {
        const reason = String(parsed.error);
        log.warn({ code: 'storage.damaged', quote: id, reason }, 'left out a damaged order');
      }
    }
    return new StoredOrders(engine, index, log);
  }

  /** @throws storage.conflict when another quote's order has this id */
  async insert(order: Order): Promise<boolean> {
    const taken = this.#index.documentOf(order.id);
    if (taken !== undefined && taken !== order.quoteId) {
      throw new UpgraderaError('storage.conflict', `order ${order.id} exists`);
    }
    const inserted = await this.#engine.create('orders', order.quoteId, order);
    if (inserted) this.#index.note(rowOf(order));
    return inserted;
  }

  /** @throws storage.damaged once; afterwards the order is unknown until it is repaired */
  async get(id: string): Promise<Stored<Order> | undefined> {
    const quoteId = this.#index.documentOf(id);
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
  findByQuote(quoteId: string): Promise<Stored<Order> | undefined> {
    return this.#documents.read(quoteId);
  }

  async listByTenant(tenantId: string): Promise<Order[]> {
    const found = await Promise.all(this.#index.ofTenant(tenantId).map((id) => this.#getSound(id)));
    return found.flatMap((stored) => stored?.value ?? []);
  }

  async replace(order: Order, version: number): Promise<number> {
    const next = await this.#engine.replace('orders', order.quoteId, order, version);
    this.#index.note(rowOf(order));
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

function rowOf(order: Order): Row {
  const { id, quoteId, tenantId, placedAt, nextCheckAt } = order;
  const owes =
    order.notices.some(({ status }) => status === 'pending' || status === 'sending') ||
    order.cards.some(({ revision }) => revision < order.revision);
  return { id, documentId: quoteId, tenantId, since: placedAt, nextCheckAt, owes };
}
