/** One order, and the worker that takes it to a sales service behind HTTP. */

import type { Order } from '../../../commerce/model/order.ts';
import { serviceAnswerSeconds } from '../../../commerce/model/policyValues.ts';
import { requestWithdrawal } from '../../../commerce/order/service/withdrawal.ts';
import { UpgradeWorker } from '../../../commerce/order/service/worker.ts';
import type { OrderRepository, QuoteRepository } from '../../../commerce/ports/repositories.ts';
import { sellerWithLimit } from '../../../commerce/ports/withLimit.ts';
import type { Storage } from '../../../storage/open.ts';
import { LowdbPlace } from '../storage/place.ts';
import { anOrder } from '../storage/samples.ts';
import { SimulatedTenant, tenantId } from '../tenant/simulatedTenant.ts';
import { UpstreamClient } from './upstreamClient.ts';
import { UpstreamServer } from './upstreamServer.ts';

export class UpstreamOrder {
  readonly id = anOrder().id;
  readonly tenant = new SimulatedTenant();
  readonly upstream: UpstreamServer;
  readonly service: UpstreamClient;
  readonly orders: OrderRepository;
  readonly quotes: QuoteRepository;
  readonly #place: LowdbPlace;
  readonly #worker: UpgradeWorker;

  private constructor(upstream: UpstreamServer, place: LowdbPlace, { orders, quotes }: Storage) {
    this.upstream = upstream;
    this.service = new UpstreamClient(upstream.url);
    this.#place = place;
    this.orders = orders;
    this.quotes = quotes;
    this.#worker = new UpgradeWorker({
      seller: sellerWithLimit(this.service, serviceAnswerSeconds),
      clock: this.tenant.sandbox,
      orders,
      quotes,
      now: () => this.tenant.realNow,
      onChange: async () => undefined,
    });
    upstream.serve(this.tenant.sandbox);
  }

  static async make(): Promise<UpstreamOrder> {
    const place = await LowdbPlace.make();
    return new UpstreamOrder(await UpstreamServer.start(), place, await place.openStorage());
  }

  async drop(): Promise<void> {
    await this.upstream.stop();
    await this.#place.drop();
  }

  /** Places the order here; the service hears of it at the first look. */
  async insert(rest: Parameters<SimulatedTenant['request']>[0] = {}): Promise<void> {
    await this.orders.insert(await this.tenant.order(rest));
  }

  /** Somebody wants it back. */
  async askBack(): Promise<Order> {
    const at = this.tenant.realNow.toString();
    const capabilities = await this.service.capabilities(tenantId);
    return requestWithdrawal(this.orders, this.id, { by: 'user-1', at, wakeAt: at, capabilities });
  }

  /** Looks whenever the order asks for it, for so many looks at the most. @returns the errors */
  async follow(looks = 60): Promise<unknown[]> {
    const errors: unknown[] = [];
    for (let left = looks; left > 0; left -= 1) {
      const { nextCheckAt } = await this.now();
      if (nextCheckAt === undefined) break;
      const wait = this.tenant.realNow.until(Temporal.Instant.from(nextCheckAt));
      if (wait.sign > 0) this.tenant.pass(wait);
      const error = await this.look();
      if (error) errors.push(error);
    }
    return errors;
  }

  async kinds(): Promise<string[]> {
    return (await this.now()).notices.map(({ kind }) => kind);
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
