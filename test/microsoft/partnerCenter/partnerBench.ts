/** A seller over the wire's Partner Center, and the worker that takes orders to it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { loadCatalog } from '../../../commerce/catalog/loadCatalog.ts';
import type { Order } from '../../../commerce/model/order.ts';
import { confirmedIn } from '../../../commerce/order/confirmed.ts';
import { UpgradeWorker } from '../../../commerce/order/service/worker.ts';
import type { PlaceRequest, Purchase } from '../../../commerce/ports/seller.ts';
import type { CallLimits } from '../../../microsoft/http/patience.ts';
import {
  PartnerCenterSeller,
  type PartnerCenterSellerParts,
} from '../../../microsoft/partnerCenter/partnerCenterSeller.ts';
import { PriceSheets } from '../../../microsoft/partnerCenter/prices/priceSheets.ts';
import { openPartnerCenter, type PartnerCenter } from '../../../microsoft/partnerConnection.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import type { Storage } from '../../../storage/open.ts';
import { LowdbPlace } from '../../support/storage/place.ts';
import { anOrder } from '../../support/storage/samples.ts';
import { MemoryTenantState } from '../../support/tenant/memoryTenantState.ts';
import { placedOrder } from '../../support/tenant/placedOrder.ts';
import { priceSheetCsv } from '../wire/partnerCatalog.ts';
import { hasty, WireMicrosoft } from '../wire/wireMicrosoft.ts';

export const catalog = loadCatalog();

export class PartnerBench {
  readonly wire: WireMicrosoft;
  readonly sheets = new PriceSheets(new MemoryTenantState());
  seller: PartnerCenterSeller;
  #partnerCenter: PartnerCenter;
  #storage: { place: LowdbPlace; storage: Storage } | undefined;

  private constructor(wire: WireMicrosoft, limits: CallLimits) {
    this.wire = wire;
    this.#partnerCenter = openPartnerCenter(wire.partnerSettings(), limits);
    this.seller = this.another();
  }

  static async make(limits: CallLimits = hasty): Promise<PartnerBench> {
    const bench = new PartnerBench(await WireMicrosoft.start(), limits);
    for (const [market, currency] of [
      ['SE', 'SEK'],
      ['DE', 'EUR'],
      ['US', 'USD'],
    ] as const) {
      await bench.sheets.import(priceSheetCsv({ market, currency }));
    }
    return bench;
  }

  /** As another process has it, which has asked nothing yet. */
  another(parts: Partial<PartnerCenterSellerParts> = {}): PartnerCenterSeller {
    const { client } = this.#partnerCenter;
    const { sandbox: clock } = this.wire.tenants;
    return new PartnerCenterSeller({ client, sheets: this.sheets, catalog, clock, ...parts });
  }

  async drop(): Promise<void> {
    await this.#partnerCenter.close();
    await this.wire.stop();
    await this.#storage?.place.drop();
  }

  /** Business Premium for the first product, as it is bought now. */
  async purchase(tenantId: string, rest: Partial<Purchase> = {}): Promise<Purchase> {
    const [first] = await this.seller.subscriptions(tenantId);
    const { soldTo, billedTo } = await this.wire.tenants.sandbox.billingAccount(tenantId);
    assert.ok(first);
    return {
      tenantId,
      subscriptionId: first.id,
      targetSkuId: skus.businessPremium,
      quantity: first.quantity,
      term: 'P1Y',
      billing: 'monthly',
      soldTo,
      billedTo,
      ...rest,
    };
  }

  async request(tenantId: string, rest: Partial<Purchase> = {}): Promise<PlaceRequest> {
    const purchase = await this.purchase(tenantId, rest);
    const quote = await this.seller.quote(purchase);
    const { currency, dueToday, creditToInvoice, perPeriod } = quote;
    const { unitPrice, forfeit } = confirmedIn(quote);
    return {
      ...purchase,
      clientRequestId: randomUUID(),
      ...{ quoteId: quote.id, currency, dueToday, creditToInvoice, perPeriod },
      ...{ unitPrice, forfeit },
      confirmedBy: { userId: 'user-1', name: 'Alva' },
      confirmedAt: this.wire.tenants.realNow.toString(),
    };
  }

  /** An order that waits for the worker. */
  async order(tenantId: string, rest: Partial<Purchase> = {}): Promise<void> {
    const { orders } = await this.#stored();
    const request = await this.request(tenantId, rest);
    const owned = await this.seller.subscriptions(tenantId);
    const sourceSkuId = owned.find(({ id }) => id === request.subscriptionId)?.skuId ?? '';
    const nextCheckAt = this.wire.tenants.realNow.toString();
    await orders.insert(placedOrder(request, { sourceSkuId, nextCheckAt }));
  }

  async now(): Promise<Order> {
    const { orders } = await this.#stored();
    return ((await orders.get(anOrder().id)) ?? assert.fail('no order')).value;
  }

  /** Looks whenever the order asks for it, for so many looks at the most. @returns the errors */
  async follow(looks = 40): Promise<unknown[]> {
    const { orders, quotes } = await this.#stored();
    const { tenants } = this.wire;
    const worker = new UpgradeWorker({
      seller: this.seller,
      clock: tenants.sandbox,
      orders,
      quotes,
      now: () => tenants.realNow,
      onChange: async () => undefined,
    });
    const errors: unknown[] = [];
    for (let left = looks; left > 0; left -= 1) {
      const { id, nextCheckAt } = await this.now();
      if (nextCheckAt === undefined) break;
      const wait = tenants.realNow.until(Temporal.Instant.from(nextCheckAt));
      if (wait.sign > 0) tenants.realNow = tenants.realNow.add(wait);
      const error = await worker.step(id);
      if (error) errors.push(error);
    }
    return errors;
  }

  /** Forgets the order, so that there may be another. */
  async forget(): Promise<void> {
    await this.#storage?.place.drop();
    this.#storage = undefined;
    this.wire.mend();
  }

  async #stored(): Promise<Storage> {
    if (!this.#storage) {
      const place = await LowdbPlace.make();
      this.#storage = { place, storage: await place.openStorage() };
    }
    return this.#storage.storage;
  }
}
