/** How the worker writes down what it has learnt of an order. */
import { isFinal, type Order } from '../../model/order.ts';
import type { OrderRepository } from '../../ports/repositories.ts';
import { changeOrder } from '../changeOrder.ts';
import { isAsSent, withAttempt } from './attempts.ts';

export type OrderChangeListener = (before: Order, after: Order) => Promise<void>;

export interface OrderWriterParts {
  orders: OrderRepository;
  /** Real time, for wake-ups. */
  now: () => Temporal.Instant;
  /** Called after each write. */
  onChange: OrderChangeListener;
}

export class OrderWriter {
  readonly #parts: OrderWriterParts;

  constructor(parts: OrderWriterParts) {
    this.#parts = parts;
  }

  /**
   * An order that ended while we asked, by another process's look, is never woken again.
   * @param change as of `changeOrder`. @throws order.unknown, storage.conflict
   */
  async change({ id }: Order, change: (order: Order) => Order): Promise<Order> {
    let before: Order | undefined;
    const after = await changeOrder(this.#parts.orders, id, (current) => {
      before = current;
      return isFinal(current) ? current : change(current);
    });
    if (before && before !== after) await this.#parts.onChange(before, after);
    return after;
  }

  /**
   * Writes an attempt to place down before it is made, unless somebody has done or wished for something
   * since the order was read.
   * @param now tenant's time
   * @returns the order with the attempt
   */
  async beginAttempt(read: Order, now: Temporal.Instant): Promise<Order | undefined> {
    let begun = false;
    const after = await this.change(read, (current) => {
      begun = !current.withdrawal && isAsSent(current, read);
      return begun ? withAttempt(current, now) : current;
    });
    // One that ended between two tries to write is not asked again.
    return begun && !isFinal(after) ? after : undefined;
  }

  /**
   * When the order is looked at again; whoever woke it since it was read does not wait for that.
   * @param at ISO instant of real time
   */
  nextLook(read: Order, current: Order, at: string): Pick<Order, 'nextCheckAt'> {
    return current.nextCheckAt === read.nextCheckAt ? { nextCheckAt: at } : {};
  }

  /** ISO instant of real time. */
  in(seconds: number): string {
    return this.#parts
      .now()
      .add({ milliseconds: Math.round(seconds * 1000) })
      .toString();
  }
}
