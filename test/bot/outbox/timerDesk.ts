/** A wake timer over orders in a folder, whose looks and deliveries a test decides. */
import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { createMetrics, type Metrics } from '../../../bot/metrics.ts';
import { WakeTimer } from '../../../bot/outbox/wakeTimer.ts';
import type { Order } from '../../../commerce/model/order.ts';
import { changeOrder } from '../../../commerce/order/changeOrder.ts';
import type { OrderRepository } from '../../../commerce/ports/repositories.ts';
import { LocalWorkQueue } from '../../../storage/files/localWorkQueue.ts';
import { keptLog } from '../../support/process/logLines.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { anOrder } from '../../support/storage/samples.ts';

export const idOf = (n: number) => `UPG-${String(n).padStart(8, '0')}`;
export const now = () => Temporal.Now.instant();
export const inHours = (hours: number) => now().add({ hours }).toString();

export class TimerDesk {
  readonly orders: OrderRepository;
  readonly timer: WakeTimer;
  readonly lines: readonly string[];
  readonly metrics: Metrics = createMetrics();
  /** Ids of the orders, in the order in which it came to them. */
  readonly looked: string[] = [];
  readonly delivered: string[] = [];
  /** What a look does; to be changed by a test. */
  look: (id: string) => Promise<unknown> = async (id) => {
    await this.change(id, { nextCheckAt: inHours(1) });
  };
  /** What a delivery does; likewise. */
  deliver: (id: string) => Promise<unknown> = (id) => this.change(id, { notices: [] });
  readonly #place: LowdbPlace;

  private constructor(place: LowdbPlace, orders: OrderRepository) {
    this.#place = place;
    this.orders = orders;
    const { log, lines } = keptLog();
    this.lines = lines;
    this.timer = new WakeTimer({
      kind: 'orders',
      rows: orders,
      worker: {
        step: (id) => {
          this.looked.push(id);
          return this.look(id);
        },
      },
      sender: {
        deliver: async (id) => {
          this.delivered.push(id);
          await this.deliver(id);
        },
      },
      workQueue: new LocalWorkQueue(),
      now,
      metrics: this.metrics,
      log,
    });
  }

  static async open(): Promise<TimerDesk> {
    const place = await LowdbPlace.make();
    const { orders } = await place.openStorage();
    return new TimerDesk(place, orders);
  }

  async close(): Promise<void> {
    await this.timer.stop();
    await this.#place.drop();
  }

  insert(n: number, given: Partial<Order> = {}): Promise<unknown> {
    const ids = { id: idOf(n), quoteId: `quote-${n}`, subscriptionId: `sub-${n}` };
    return this.orders.insert(anOrder({ ...ids, ...given }));
  }

  /** An order that has ended and owes a notice of it. */
  owing(n: number): Promise<unknown> {
    return this.insert(n, {
      state: 'completed',
      notices: [{ kind: 'completed', conversation: 'c', status: 'pending', at: inHours(0) }],
    });
  }

  change(id: string, given: Partial<Order>): Promise<unknown> {
    return changeOrder(this.orders, id, (order) => ({ ...order, ...given }));
  }

  async until(holds: () => boolean): Promise<void> {
    const end = Date.now() + 20_000;
    while (!holds()) {
      assert.ok(Date.now() < end, 'waited in vain');
      await delay(5);
    }
  }
}
