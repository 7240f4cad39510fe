/** Simulated tenants that have consented to an application, and the tokens that were given out. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { loadCatalog } from '../../../commerce/catalog/loadCatalog.ts';
import { loadPriceBook } from '../../../commerce/catalog/loadPriceBook.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import type { TenantState } from '../../../sandbox/tenant/tenantState.ts';
import { MemoryTenantState } from '../../support/tenant/memoryTenantState.ts';

const catalog = loadCatalog();
const prices = loadPriceBook();

export interface Consent {
  /** Application permissions of Graph. */
  roles: string[];
  /** A policy of the tenant keeps the application out. */
  isBlocked?: boolean;
  /** The application is not in the tenant yet, or not any more. */
  isMissing?: boolean;
}

/** What the administrator does who is sent here next; without one, consents to what was asked for. */
export type AdminChoice =
  | { error: string; number: number }
  /** Of which organization the administrator was. */
  | { tenantId: string }
  | { roles: readonly string[] };

/** What a partner may do in a customer's tenant, by ids of roles. */
export interface Delegated {
  customer: string;
  roles: string[];
  status: 'active' | 'expired' | 'terminated';
}

interface Given {
  tenantId: string;
  audience: string;
  roles: readonly string[];
  until: number;
}

export const allRoles: readonly string[] = [
  'Organization.Read.All',
  'User.Read.All',
  'RoleManagement.Read.Directory',
  'ServiceHealth.Read.All',
];

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export class WireTenants {
  /** Whether the time is that of this machine, as it is for a bot that runs on it. */
  isOnTime = false;
  /** Else it is this one, which stands still until it is told to pass. */
  realNow = Temporal.Instant.from('2026-11-23T12:00:00Z');
  readonly #states = new MemoryTenantState();
  readonly sandbox = new Sandbox({
    tenants: this.#states,
    catalog,
    prices,
    now: () => (this.isOnTime ? Temporal.Now.instant() : this.realNow),
  });
  readonly consents = new Map<string, Consent>();
  /** Subscriptions of customers that the partner did not sell. */
  readonly soldElsewhere = new Set<string>();
  /** Of the partner; told to who may read them there. */
  readonly delegated: Delegated[] = [];
  /** Those that buy from the partner. */
  readonly customers = new Set<string>();
  readonly #given = new Map<string, Given>();
  /** Seconds that a token holds. */
  lifetime = 3599;
  /** Of those who are asked for consent next. */
  readonly admins: AdminChoice[] = [];
  /** People who belong to another organization. */
  readonly guests = new Set<string>();

  /** @returns its id */
  async add(scenario = 'happy', roles = allRoles): Promise<string> {
    const tenantId = randomUUID();
    await this.sandbox.setScenario(tenantId, scenario);
    this.consents.set(tenantId, { roles: [...roles] });
    return tenantId;
  }

  /** One that has bought everything from a partner. @returns its id */
  async addCustomer(scenario = 'happy'): Promise<string> {
    const tenantId = await this.add(scenario);
    await this.#change(tenantId, (state) => ({
      ...state,
      account: { ...state.account, agreement: 'CSP' },
    }));
    this.customers.add(tenantId);
    return tenantId;
  }

  /** The first product may be upgraded to these alone. */
  async offerOnly(tenantId: string, offers: string[]): Promise<void> {
    await this.#change(tenantId, (state) => ({
      ...state,
      owned: state.owned.map((one, at) => (at === 0 ? { ...one, offers } : one)),
    }));
  }

  /** All of so many licences of the first product are given. */
  async grow(tenantId: string, users: number): Promise<void> {
    await this.#change(tenantId, (state) => ({
      ...state,
      owned: state.owned.map((one, at) =>
        at === 0 ? { ...one, quantity: users, assigned: users } : one,
      ),
    }));
  }

  /** Upgrades there are done as soon as they are ordered. */
  async hurry(tenantId: string): Promise<void> {
    const pace = { provisioning: 0, reassigning: 0, cancellingOld: 0, pollAfterSeconds: 1 };
    await this.#change(tenantId, (state) => ({ ...state, pace }));
  }

  /** Somebody has bought a product elsewhere. */
  async buy(tenantId: string, skuId: string, quantity: number): Promise<void> {
    await this.#change(tenantId, (state) => {
      const [like] = state.owned;
      assert(like);
      return { ...state, owned: [...state.owned, { ...like, id: randomUUID(), skuId, quantity }] };
    });
  }

  async #change(tenantId: string, change: (state: TenantState) => TenantState): Promise<void> {
    const { value, version } = (await this.#states.load(tenantId)) ?? assert.fail(tenantId);
    await this.#states.save(tenantId, change(value as TenantState), version);
  }

  /** One whose administrator was not asked yet. @returns its id */
  async addUnasked(scenario = 'happy'): Promise<string> {
    const tenantId = await this.add(scenario, []);
    this.consents.set(tenantId, { roles: [], isMissing: true });
    return tenantId;
  }

  give(tenantId: string, audience: string): string {
    const roles = this.consents.get(tenantId)?.roles ?? [];
    const until = Date.now() + this.lifetime * 1000;
    const claims = { aud: audience, tid: tenantId, roles, exp: until / 1000, uti: randomUUID() };
    const token = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.${part(randomUUID())}`;
    this.#given.set(token, { tenantId, audience, roles, until });
    return token;
  }

  given(token: string): Given | undefined {
    const found = this.#given.get(token);
    return found && found.until > Date.now() ? found : undefined;
  }

  /** None of the tokens holds any more. */
  revokeAll(): void {
    this.#given.clear();
  }

  get tokens(): string[] {
    return [...this.#given.keys()];
  }
}
