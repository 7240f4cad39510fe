import type { Order } from '../../commerce/model/order.ts';
import type { OrderRepository, Stored } from '../../commerce/ports/repositories.ts';
import type { StorageEngine, StorageLog } from '../contract/engine.ts';
import { waitingKinds } from '../contract/waitingKinds.ts';
import { StoredWaiting } from './storedWaiting.ts';

/** What is asked of orders beyond what is asked of all that waits. */
export class StoredOrders extends StoredWaiting<Order> implements OrderRepository {
  constructor(engine: StorageEngine, log: StorageLog) {
    super('orders', waitingKinds.orders, engine, log);
  }

  /** @throws storage.damaged */
  findByQuote(quoteId: string): Promise<Stored<Order> | undefined> {
    return this.documents.read(quoteId);
  }

  all(): AsyncIterable<Order> {
    return this.documents.all();
  }
}
