/**
 * The simulated tenants: answers the business's ports from one stored document a tenant and the
 * time. Keeps nothing in memory, so that a restart changes nothing, and several processes may play
 * the same tenant.
 */

import { UpgraderaError } from '../commerce/base/errors.ts';
import type { Catalog, PriceBook } from '../commerce/model/catalog.ts';
import type { Quote } from '../commerce/model/quote.ts';
import { type Role, type RolesOfPerson, rolesOfPerson } from '../commerce/model/role.ts';
import type { ContractedSubscription } from '../commerce/model/subscription.ts';
import type { Clock } from '../commerce/ports/clock.ts';
import type {
  Directory,
  LicensedUser,
  Licensing,
  ServiceIncident,
} from '../commerce/ports/directory.ts';
import type { TenantStateRepository } from '../commerce/ports/repositories.ts';
import type {
  Capabilities,
  Eligibility,
  PlaceRequest,
  PlaceResult,
  Purchase,
  Seller,
} from '../commerce/ports/seller.ts';
import type { TesterControl } from '../commerce/ports/testerControl.ts';
import { quoteFromPrices } from '../commerce/quote/quoteFromPrices.ts';
import { eligibilityOf } from './offers/channel.ts';
import { withdrawn } from './orders/withdrawing.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { scenarioNamed, scenarios } from './scenarios/scenarioList.ts';
import { startAnew } from './scenarios/startAnew.ts';
import { takeOrder } from './takeOrder.ts';
import { KnownSubscriptions } from './tenant/knownSubscriptions.ts';
import { type CountedStatus, operationIdOf, statusOf } from './tenant/operation.ts';
import { withOwnPrices } from './tenant/ownPrices.ts';
import { withFewer, withPurchase } from './tenant/purchases.ts';
import { tenantNowOf, tenantTime } from './tenant/tenantNow.ts';
import type { SimulatedAccount, TenantState } from './tenant/tenantState.ts';
import { TenantStore } from './tenantStore.ts';
import { UserShards } from './users/shards.ts';
import { SimulatedLicences, type SimulatedLicencesParts } from './users/simulatedLicences.ts';

/** Time is moved by testers; further than this it would only overflow. */
const furthestAheadMs = 50 * 365 * 24 * 60 * 60 * 1000;

export interface SandboxPorts {
  tenants: TenantStateRepository;
  catalog: Catalog;
  prices: PriceBook;
  /** Real time. A tenant's own time runs as fast, and may be ahead of it. */
  now: () => Temporal.Instant;
}

export class Sandbox implements Seller, Directory, Clock, TesterControl {
  readonly #store: TenantStore;
  readonly #catalog: Catalog;
  readonly #prices: PriceBook;
  readonly #realNow: () => Temporal.Instant;
  readonly #subscriptions = new KnownSubscriptions();
  readonly #directory: SimulatedLicencesParts;
  /** Its users, one by one. */
  readonly licences: SimulatedLicences;

  constructor({ tenants, catalog, prices, now }: SandboxPorts) {
    this.#store = new TenantStore(tenants, now);
    this.#catalog = catalog;
    this.#prices = prices;
    this.#realNow = now;
    this.#directory = { store: this.#store, shards: new UserShards(tenants), catalog, now };
    this.licences = new SimulatedLicences(this.#directory);
  }

  async billingAccount(tenantId: string): Promise<SimulatedAccount> {
    return (await this.#look(tenantId)).tenantNow.account;
  }

  /** @throws price.unknown */
  async subscriptions(tenantId: string): Promise<ContractedSubscription[]> {
    const { state, tenantNow } = await this.#look(tenantId);
    return this.#subscriptions.of(tenantNow, this.#pricesOf(state));
  }

  /** @throws subscription.unknown, price.unknown */
  async eligibility(tenantId: string, subscriptionId: string): Promise<Eligibility> {
    const { state, tenantNow } = await this.#look(tenantId);
    const owned = tenantNow.owned.filter(({ id }) => id === subscriptionId);
    const prices = this.#pricesOf(state);
    const [subscription] = this.#subscriptions.of({ ...tenantNow, owned }, prices);
    if (!subscription) throw new UpgraderaError('subscription.unknown', subscriptionId);
    return eligibilityOf(subscription, state, tenantNow, prices);
  }

  async priceBook(tenantId: string): Promise<PriceBook> {
    return this.#pricesOf(await this.#store.read(tenantId));
  }

  /** @throws what `quoteFromPrices` throws */
  async quote(purchase: Purchase): Promise<Quote> {
    const now = await this.now(purchase.tenantId);
    return quoteFromPrices({ seller: this, catalog: this.#catalog }, purchase, now);
  }

  async capabilities(tenantId: string): Promise<Capabilities> {
    return {
      repeatsSafely: true,
      checksCredit: true,
      findOperation: ({ clientRequestId }) => this.findOperation(tenantId, clientRequestId),
      withdraw: (operationId) => this.withdraw(tenantId, operationId),
    };
  }

  /** The same request id is answered with the same operation, whatever else the request says. */
  place(request: PlaceRequest): Promise<PlaceResult> {
    return takeOrder(
      {
        ...this.#directory,
        subscriptionsOf: (tenantNow, prices) => this.#subscriptions.of(tenantNow, prices),
        pricesOf: (state) => this.#pricesOf(state),
      },
      request,
    );
  }

  async findOperation(tenantId: string, clientRequestId: string): Promise<string | undefined> {
    return operationIdOf((await this.#store.read(tenantId)).operations, clientRequestId);
  }

  /** @throws operation.unknown */
  async operation(tenantId: string, operationId: string): Promise<CountedStatus> {
    const { state, tenantNow } = await this.#look(tenantId);
    const operation = state.operations.find(({ id }) => id === operationId);
    if (!operation) throw new UpgraderaError('operation.unknown', operationId);
    return statusOf(operation, tenantNow.now);
  }

  /** @throws operation.unknown */
  withdraw(tenantId: string, operationId: string): Promise<'withdrawn' | 'tooLate'> {
    return this.#store.change(tenantId, (state) =>
      withdrawn(state, operationId, tenantTime(state, this.#realNow())),
    );
  }

  async organisation(tenantId: string): Promise<{ name: string; country: string }> {
    return (await this.#store.read(tenantId)).organisation;
  }

  async serviceIncidents(tenantId: string): Promise<ServiceIncident[]> {
    return (await this.#look(tenantId)).tenantNow.incidents;
  }

  assignedLicences(tenantId: string): Promise<ReadonlyMap<string, number>> {
    return this.licences.assigned(tenantId);
  }

  licensing(tenantId: string, skuId: string): Promise<Licensing> {
    return this.licences.licensing(tenantId, skuId);
  }

  overAssigned(tenantId: string, skuId: string): Promise<LicensedUser[]> {
    return this.licences.overAssigned(tenantId, skuId);
  }

  async roles(tenantId: string, userId: string): Promise<RolesOfPerson> {
    const { roles, rolesOf } = await this.#store.read(tenantId);
    return rolesOfPerson(rolesOf.find((entry) => entry.userId === userId)?.roles ?? roles);
  }

  async now(tenantId: string): Promise<Temporal.Instant> {
    return tenantTime(await this.#store.read(tenantId), this.#realNow());
  }

  scenarios(): readonly string[] {
    return scenarios.map(({ name }) => name);
  }

  async setScenario(tenantId: string, name: string): Promise<boolean> {
    const scenario = scenarioNamed(name);
    if (!scenario) return false;
    await this.#startAnew(tenantId, () => scenario);
    return true;
  }

  /** In calendar days of the account's time zone. Time never goes back. */
  async moveTime(tenantId: string, duration: Temporal.Duration): Promise<void> {
    await this.#store.change(tenantId, (state) => {
      const now = tenantTime(state, this.#realNow()).toZonedDateTimeISO(state.account.timeZone);
      const aheadMs = state.aheadMs + now.until(now.add(duration)).total('milliseconds');
      const bounded = Math.min(Math.max(Math.round(aheadMs), state.aheadMs), furthestAheadMs);
      return { state: { ...state, aheadMs: bounded }, result: undefined };
    });
  }

  async setRole(tenantId: string, userId: string, role: Role): Promise<void> {
    await this.#store.change(tenantId, (state) => ({
      state: {
        ...state,
        rolesOf: [
          ...state.rolesOf.filter((entry) => entry.userId !== userId),
          { userId, roles: [role] },
        ],
      },
      result: undefined,
    }));
  }

  buy(tenantId: string, skuId: string, quantity: number): Promise<boolean> {
    return this.#store.change(tenantId, (before) => {
      const prices = this.#pricesOf(before);
      const state = withPurchase(before, { skuId, quantity }, this.#realNow(), prices);
      return { state, result: state !== before };
    });
  }

  reduce(tenantId: string, subscriptionId: string, quantity: number): Promise<boolean> {
    return this.#store.change(tenantId, (before) => {
      const state = withFewer(before, subscriptionId, quantity, this.#realNow());
      return { state, result: state !== before };
    });
  }

  changeGroup(tenantId: string, group: string, skuId: string): Promise<boolean> {
    return this.licences.changeGroup(tenantId, group, skuId);
  }

  async reset(tenantId: string): Promise<void> {
    await this.#startAnew(tenantId, (state) => scenarioNamed(state.scenario) ?? scenarios[0]);
  }

  async #look(tenantId: string) {
    const state = await this.#store.read(tenantId);
    return { state, tenantNow: tenantNowOf(state, this.#realNow()) };
  }

  #pricesOf(state: TenantState): PriceBook {
    return withOwnPrices(state.prices, this.#prices);
  }

  async #startAnew(tenantId: string, choose: (state: TenantState) => Scenario): Promise<void> {
    await this.#store.change(tenantId, (state) => ({
      state: startAnew(state, choose(state), tenantId, this.#realNow()),
      result: undefined,
    }));
  }
}
