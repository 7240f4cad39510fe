/** What the contract of licences is tried with: a directory over simulated tenants, and shorthand to ask it. */
import assert from 'node:assert/strict';
import { isKnown } from '../../../commerce/model/unknown.ts';
import type {
  ChangeOutcome,
  DirectoryUser,
  LicenceChange,
  UserLicences,
  UserPage,
  UserQuery,
} from '../../../commerce/ports/userLicences.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { skus } from '../../../sandbox/tenant/skus.ts';
import { catalog } from './simulatedTenant.ts';

export interface LicencesBench {
  /** What the tenants are simulated by. */
  sandbox: Sandbox;
  licences: UserLicences;
  /** A tenant in which licences may be changed. @returns its id */
  add(scenario: string): Promise<string>;
}

export const nobody = '11111111-1111-4111-8111-111111111111';

export const planId = (skuId: string, name: string): string =>
  catalog.plan(skuId).servicePlans.find((plan) => plan.name === name)?.id ?? assert.fail(name);

/** From Business Standard to Business Premium. */
export const swap = (
  { id: userId }: Pick<DirectoryUser, 'id'>,
  disabledPlans: readonly string[] = [],
): LicenceChange => ({
  userId,
  add: [{ skuId: skus.businessPremium, disabledPlans }],
  remove: [skus.businessStandard],
});

export const reasonsOf = (outcomes: readonly ChangeOutcome[]): string[] =>
  outcomes.map((one) => (one.outcome === 'refused' ? one.reason : one.outcome));

const known = <T>(value: T): Exclude<T, 'unknown'> =>
  isKnown(value) ? value : assert.fail('unknown');

/** One tenant's users. */
export class TriedLicences {
  readonly tenantId: string;
  readonly #port: UserLicences;

  constructor(port: UserLicences, tenantId: string) {
    this.#port = port;
    this.tenantId = tenantId;
  }

  /** Page by page. */
  async all(query: UserQuery = {}): Promise<DirectoryUser[]> {
    const found: DirectoryUser[] = [];
    let next: string | undefined;
    do {
      const page: UserPage = known(await this.#port.page(this.tenantId, query, next));
      found.push(...page.users);
      next = page.next;
    } while (next !== undefined);
    return found;
  }

  async first(skuId: string): Promise<DirectoryUser> {
    const [user] = await this.all({ skuId });
    return user ?? assert.fail('nobody');
  }

  async byIds(...ids: string[]): Promise<readonly DirectoryUser[]> {
    return known(await this.#port.users(this.tenantId, ids));
  }

  /** As the user is now. */
  async now({ id }: DirectoryUser): Promise<DirectoryUser> {
    const [user] = await this.byIds(id);
    return user ?? assert.fail('gone');
  }

  async groups(name: string) {
    return known(await this.#port.groups(this.tenantId, name));
  }

  async services(skuId: string) {
    return known(await this.#port.services(this.tenantId, skuId));
  }

  capacity(skuId: string) {
    return this.#port.capacity(this.tenantId, skuId);
  }

  change(...changes: LicenceChange[]): Promise<readonly ChangeOutcome[]> {
    return this.#port.change(this.tenantId, changes);
  }
}
