/** The users of simulated tenants, one by one, and what the directory counts of them. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { boughtLicences } from '../../commerce/licences/boughtLicences.ts';
import type { Catalog } from '../../commerce/model/catalog.ts';
import type { LicensedUser, Licensing } from '../../commerce/ports/directory.ts';
import {
  type Capacity,
  type ChangeOutcome,
  type DirectoryGroup,
  type DirectoryUser,
  type LicenceChange,
  type LicenceService,
  mostUsersAtOnce,
  type UserLicences,
  type UserPage,
  type UserQuery,
} from '../../commerce/ports/userLicences.ts';
import { domainOf, personOf } from '../tenant/people.ts';
import type { TenantDocuments } from '../tenant/tenantDocuments.ts';
import { tenantNowOf, tenantTime } from '../tenant/tenantNow.ts';
import type { TenantState } from '../tenant/tenantState.ts';
import { hasChanges } from '../tenant/userChanges.ts';
import { changeGroup } from './changeGroup.ts';
import { type ChangeParts, changeUsers } from './changeUsers.ts';
import { holdersAt } from './holders.ts';
import { countElsewhere, layoutOf } from './layout.ts';
import { licencesAt } from './licencesOf.ts';
import {
  departmentOf,
  departmentOfGroup,
  groupsNamed,
  numberOf,
  personsIn,
  userIdOf,
} from './person.ts';
import { last } from './ranges.ts';
import { nameOfPlan, servicesOf } from './services.ts';
import { shardSize, type UserShards } from './shards.ts';
import { groupKey, offKey, tallyAt } from './tally.ts';

/** Users on a page. */
const pageSize = 100;
/** Documents that one page may read: where few of many users are looked for, pages can be empty. */
const shardsOfPage = 5;

export interface SimulatedLicencesParts {
  store: TenantDocuments;
  shards: UserShards;
  catalog: Catalog;
  /** Real time. */
  now: () => Temporal.Instant;
}

export class SimulatedLicences implements UserLicences {
  readonly #parts: SimulatedLicencesParts;

  constructor(parts: SimulatedLicencesParts) {
    this.#parts = parts;
  }

  async page(tenantId: string, query: UserQuery, next = '0'): Promise<UserPage> {
    const state = await this.#parts.store.read(tenantId);
    const { population } = layoutOf(state, this.#parts.catalog);
    const skuId = query.skuId?.toLowerCase();
    const fits = fitting(tenantId, state, query);
    const users: DirectoryUser[] = [];
    let number = Number(next);
    const isPlace = Number.isSafeInteger(number) && number >= 0;
    if (!isPlace) throw new UpgraderaError('upstream.refused', 'page of users');
    for (let read = 0; read < shardsOfPage && number < population; ) {
      const end = Math.min(population, (Math.floor(number / shardSize) + 1) * shardSize);
      const numbers = [];
      for (; number < end; number += 1) if (fits(number)) numbers.push(number);
      if (numbers.length === 0) continue;
      read += 1;
      const some = await this.#users(tenantId, state, numbers);
      const found = some.filter(
        ({ assignments }) =>
          skuId === undefined || assignments.some((assignment) => assignment.skuId === skuId),
      );
      const fit = found.slice(0, pageSize - users.length);
      users.push(...fit);
      if (users.length < pageSize) continue;
      number = (numberOf(tenantId, users.at(-1)?.id ?? '') ?? number) + 1;
      break;
    }
    return { users, ...(number < population && { next: String(number) }) };
  }

  async users(tenantId: string, ids: readonly string[]): Promise<DirectoryUser[]> {
    if (ids.length > mostUsersAtOnce) throw new UpgraderaError('upstream.refused', 'users');
    const state = await this.#parts.store.read(tenantId);
    const { population } = layoutOf(state, this.#parts.catalog);
    const numbers = ids
      .map((id) => numberOf(tenantId, id))
      .filter((number) => number !== undefined && number < population);
    return this.#users(tenantId, state, [...new Set(numbers)] as number[]);
  }

  async groups(tenantId: string, name: string): Promise<DirectoryGroup[]> {
    return groupsNamed(tenantId, name);
  }

  async services(tenantId: string, skuId: string): Promise<LicenceService[]> {
    const state = await this.#parts.store.read(tenantId);
    return this.#bought(state, skuId) === undefined ? [] : servicesOf(this.#parts.catalog, skuId);
  }

  async capacity(tenantId: string, skuId: string): Promise<Capacity> {
    const state = await this.#parts.store.read(tenantId);
    const assigned = this.#tally(state).get(skuId.toLowerCase()) ?? 0;
    return { bought: this.#bought(state, skuId) ?? 0, assigned };
  }

  change(tenantId: string, changes: readonly LicenceChange[]): Promise<readonly ChangeOutcome[]> {
    return changeUsers(this.#changing, tenantId, changes);
  }

  /** As of `TesterControl`. */
  changeGroup(tenantId: string, group: string, skuId: string): Promise<boolean> {
    return changeGroup(this.#changing, tenantId, group, skuId);
  }

  get #changing(): ChangeParts {
    return { ...this.#parts, bought: (state, skuId) => this.#bought(state, skuId) };
  }

  /** By product, of all of which somebody has a licence or the tenant a subscription. */
  async assigned(tenantId: string): Promise<ReadonlyMap<string, number>> {
    const state = await this.#parts.store.read(tenantId);
    const { owned } = tenantNowOf(state, this.#parts.now());
    const none = owned.map(({ skuId }): [string, number] => [skuId.toLowerCase(), 0]);
    const counted = [...this.#tally(state)].filter(([key]) => !key.includes(' '));
    return new Map([...none, ...counted]);
  }

  async licensing(tenantId: string, skuId: string): Promise<Licensing> {
    const state = await this.#parts.store.read(tenantId);
    const { catalog } = this.#parts;
    const wanted = skuId.toLowerCase();
    const tally = this.#tally(state);
    const plan = catalog.find(wanted);
    const counted = (prefix: string, nameOf: (id: string) => string) =>
      [...tally]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, users]) => ({ name: nameOf(key.slice(prefix.length)), users }))
        .sort((one, other) => other.users - one.users);
    const groups = layoutOf(state, catalog).products.flatMap((one) => one.groups);
    return {
      turnedOff: counted(offKey(wanted, ''), (id) => nameOfPlan(plan, id)),
      groups: counted(
        groupKey(wanted, ''),
        (id) => groups.find((group) => group.id === id)?.name ?? id,
      ),
    };
  }

  async overAssigned(tenantId: string, skuId: string): Promise<LicensedUser[]> {
    const { bought, assigned } = await this.capacity(tenantId, skuId);
    if (bought >= assigned) return [];
    const state = await this.#parts.store.read(tenantId);
    const { elsewhere } = layoutOf(state, this.#parts.catalog);
    const areFew = elsewhere.some((one) => one.skuId === skuId.toLowerCase());
    if (!areFew && !hasChanges(state.users)) return this.#latest(state, skuId, assigned - bought);
    const users: LicensedUser[] = [];
    let next: string | undefined = '0';
    while (next !== undefined) {
      const page: UserPage = await this.page(tenantId, { skuId }, next);
      users.push(...page.users.map(({ name, userName }) => ({ name, userName })));
      next = page.next;
    }
    return users.slice(bought - assigned).reverse();
  }

  async #users(tenantId: string, state: TenantState, numbers: readonly number[]) {
    const { shards, catalog, now: realNow } = this.#parts;
    const records = await shards.records(tenantId, state.users, numbers);
    const now = tenantTime(state, realNow());
    const layout = layoutOf(state, catalog);
    const licencesOf = licencesAt(state, layout, now);
    const personOfNumber = personsIn(state, layout, now);
    return numbers.map((number): DirectoryUser => {
      const person = personOfNumber(number);
      const licences = licencesOf(number, records.get(number), person.userName);
      return {
        id: userIdOf(tenantId, number),
        ...person,
        assignments: licences.map(({ skuId, off, group }) => ({
          skuId,
          disabledPlans: off,
          ...(group && { group }),
        })),
      };
    });
  }

  /** Nobody has to be read where nobody was changed. */
  #latest(state: TenantState, skuId: string, count: number): LicensedUser[] {
    const now = tenantTime(state, this.#parts.now());
    const holders = holdersAt(state, layoutOf(state, this.#parts.catalog), now);
    const domain = domainOf(state.organisation.name);
    const numbers = last(holders.get(skuId.toLowerCase()) ?? [], count);
    return numbers.map((number) => personOf(number, domain));
  }

  #tally(state: TenantState) {
    const now = tenantTime(state, this.#parts.now());
    return tallyAt(state, layoutOf(state, this.#parts.catalog), now);
  }

  /** Undefined for what the tenant has none of. */
  #bought(state: TenantState, skuId: string): number | undefined {
    const wanted = skuId.toLowerCase();
    const { owned } = tenantNowOf(state, this.#parts.now());
    const isOwned = owned.some((one) => one.skuId.toLowerCase() === wanted);
    const { elsewhere, population } = layoutOf(state, this.#parts.catalog);
    const own = elsewhere.find((one) => one.skuId === wanted);
    if (!isOwned && !own) return undefined;
    return boughtLicences(owned, wanted) + (own ? countElsewhere(own, population) : 0);
  }
}

function fitting(
  tenantId: string,
  { organisation }: TenantState,
  { department, search, groupId }: UserQuery,
) {
  const ofGroup = groupId === undefined ? undefined : departmentOfGroup(tenantId, groupId);
  const domain = domainOf(organisation.name);
  const beginning = search?.toLowerCase();
  const wanted = department?.toLowerCase();
  return (number: number): boolean => {
    if (groupId !== undefined && (ofGroup === undefined || departmentOf(number) !== ofGroup)) {
      return false;
    }
    if (wanted !== undefined && departmentOf(number)?.toLowerCase() !== wanted) return false;
    if (beginning === undefined) return true;
    const { name, userName } = personOf(number, domain);
    return [name, userName].some((text) => text.toLowerCase().startsWith(beginning));
  };
}
