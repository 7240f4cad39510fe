/** One order, and the worker that takes it to a sales service behind HTTP. */

import type { Order } from '../../../commerce/model/order.ts';
import { UpgradeWorker } from '../../../commerce/order/worker.ts';
import type { OrderRepository } from '../../../commerce/ports/repositories.ts';
import { LowdbPlace } from '../storage/place.ts';
import { anOrder } from '../storage/samples.ts';
import { SimulatedTenant, tenantId } from '../tenant/simulatedTenant.ts';
import { UpstreamClient } from './upstreamClient.ts';
import { UpstreamServer } from './upstreamServer.ts';

export class UpstreamOrder {
  readonly id = anOrder().id;
  readonly tenant = new SimulatedTenant();
  readonly upstream: UpstreamServer;
  readonly orders: OrderRepository;
  readonly #place: LowdbPlace;
  readonly #worker: UpgradeWorker;

  private constructor(upstream: UpstreamServer, place: LowdbPlace, orders: OrderRepository) {
    this.upstream = upstream;
    this.#place = place;
    this.orders = orders;
    this.#worker = new UpgradeWorker({
      seller: new UpstreamClient(upstream.url),
      clock: this.tenant.sandbox,
      orders,
      now: () => this.tenant.realNow,
      onChange: async () => undefined,
    });
    upstream.serve(this.tenant.sandbox);
  }

  static async make(): Promise<UpstreamOrder> {
    const place = await LowdbPlace.make();
    const { orders } = await place.openStorage();
    return new UpstreamOrder(await UpstreamServer.start(), place, orders);
  }

  async drop(): Promise<void> {
    await this.upstream.stop();
    await this.#place.drop();
  }

  /** Places the order here; the service hears of it at the first look. */
  async insert(rest: Parameters<SimulatedTenant['request']>[0] = {}): Promise<void> {
    const request = await this.tenant.request(rest);
    const at = this.tenant.realNow.toString();
    await this.orders.insert(anOrder({ ...request, placedAt: at, changedAt: at, nextCheckAt: at }));
  }

  async now(): Promise<Order> {
    return (await this.orders.get(this.id))!.value;
  }

  look(): Promise<unknown> {
    return this.#worker.step(this.id);
  }

  /** What the service has made of it. */
  async operations(): Promise<unknown[]> {
    const stored = await this.tenant.tenants.load(tenantId);
    return (stored!.value as { operations: unknown[] }).operations;
  }
}
