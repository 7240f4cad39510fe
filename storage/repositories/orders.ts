/**
 * Orders lie under their quote's id: that there is one order a quote is then what the engine
 * promises of any id. A damaged order is never set aside, so that its quote stays ordered.
 */
import { isOwed } from '../../commerce/model/notice.ts';
import { type Order, orderSchema } from '../../commerce/model/order.ts';
import type { OrderRepository, Stored } from '../../commerce/ports/repositories.ts';
import type { StorageEngine, StorageLog } from '../contract/engine.ts';
import type { Row } from '../contract/rows.ts';
import { CheckedDocuments, isDamaged } from './documents.ts';
import { StoredRows } from './storedRows.ts';

export class StoredOrders extends StoredRows implements OrderRepository {
  readonly #documents: CheckedDocuments<Order>;
  readonly #log: StorageLog;

  constructor(engine: StorageEngine, log: StorageLog) {
    super(engine.rows('orders'));
    this.#documents = new CheckedDocuments(engine, 'orders', orderSchema);
    this.#log = log;
  }

  /** @throws storage.conflict when another quote's order has this id */
  insert(order: Order): Promise<boolean> {
    return this.#documents.create(order.quoteId, order, rowOf(order));
  }

  /** @throws storage.damaged once; afterwards the order is unknown until it is repaired */
  async get(id: string): Promise<Stored<Order> | undefined> {
    const quoteId = await this.rows.documentOf(id);
    if (quoteId === undefined) return undefined;
    try {
      return await this.findByQuote(quoteId);
    } catch (error) {
      if (isDamaged(error)) {
        await this.rows.leaveOut(id);
        this.#log.warn({ err: error, order: id }, 'left out a damaged order');
      }
      throw error;
    }
  }

  /** @throws storage.damaged */
  findByQuote(quoteId: string): Promise<Stored<Order> | undefined> {
    return this.#documents.read(quoteId);
  }

  all(): AsyncIterable<Order> {
    return this.#documents.all();
  }

  async listByTenant(tenantId: string): Promise<Order[]> {
    const ids = await this.rows.ofTenant(tenantId);
    const found = await Promise.all(ids.map((id) => this.#getSound(id)));
    return found.flatMap((stored) => stored?.value ?? []);
  }

  replace(order: Order, version: number): Promise<number> {
    return this.#documents.save(order.quoteId, order, version, rowOf(order));
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

/** @throws ZodError when the document is damaged */
export function orderRow(document: unknown): Row {
  return rowOf(orderSchema.parse(document));
}

function rowOf(order: Order): Row {
  const { id, tenantId, placedAt, nextCheckAt } = order;
  const owes =
    order.notices.some(isOwed) || order.cards.some(({ revision }) => revision < order.revision);
  return { id, tenantId, since: placedAt, nextCheckAt, owes };
}
