/** A directory in memory: as strict as Graph about one call, with faults that are played on demand. */
import type {
  Capacity,
  ChangeOutcome,
  DirectoryGroup,
  DirectoryUser,
  LicenceAssignment,
  LicenceChange,
  LicenceService,
  UserLicences,
  UserPage,
  UserQuery,
} from '../../../commerce/ports/userLicences.ts';

/** How a batch of changes fares; `throttled` has none of them happen. */
export type Fault = { throttled: number } | 'none';

export class MemoryLicences implements UserLicences {
  readonly people: Map<string, DirectoryUser>;
  readonly products: Map<string, readonly LicenceService[]>;
  /** Licences bought; as many as anybody wants where a product is not there. */
  readonly bought = new Map<string, number>();
  readonly pageSize: number;
  /** Before each call; what it throws is what the call throws. */
  before: (call: keyof UserLicences) => Promise<void> = async () => {};
  /** After the changes have happened: what it throws loses the answer. */
  answering: () => Promise<void> = async () => {};
  fault: (changes: readonly LicenceChange[]) => Fault = () => 'none';
  /** Users whom the directory refuses, by id, and why. */
  readonly refused = new Map<string, string>();
  /** Each batch of changes that came in, refused or not. */
  readonly batches: (readonly LicenceChange[])[] = [];

  constructor(
    people: readonly DirectoryUser[],
    products: Record<string, readonly LicenceService[]>,
    pageSize = 100,
  ) {
    this.people = new Map(people.map((person) => [person.id, person]));
    this.products = new Map(Object.entries(products));
    this.pageSize = pageSize;
  }

  async page(_: string, query: UserQuery, next?: string): Promise<UserPage> {
    await this.before('page');
    const from = Number(next ?? 0);
    const all = [...this.people.values()];
    const users = all.slice(from, from + this.pageSize).filter((user) => meets(user, query));
    const to = from + this.pageSize;
    return { users, ...(to < all.length ? { next: String(to) } : {}) };
  }

  async users(_: string, ids: readonly string[]): Promise<DirectoryUser[]> {
    await this.before('users');
    return ids.flatMap((id) => this.people.get(id) ?? []).reverse();
  }

  /** Departments are groups as well. */
  async groups(_: string, name: string): Promise<DirectoryGroup[]> {
    await this.before('groups');
    const wanted = name.toLowerCase();
    const isThere = [...this.people.values()].some(
      ({ department }) => department?.toLowerCase() === wanted,
    );
    return isThere ? [{ id: wanted, name }] : [];
  }

  async services(_: string, skuId: string): Promise<readonly LicenceService[]> {
    await this.before('services');
    return this.products.get(skuId) ?? [];
  }

  async capacity(_: string, skuId: string): Promise<Capacity> {
    await this.before('capacity');
    return { bought: this.bought.get(skuId) ?? 1e9, assigned: this.#assigned(skuId) };
  }

  async change(_: string, changes: readonly LicenceChange[]): Promise<ChangeOutcome[]> {
    await this.before('change');
    this.batches.push(changes);
    const fault = this.fault(changes);
    if (fault !== 'none') {
      return changes.map(() => ({ outcome: 'later', afterSeconds: fault.throttled }));
    }
    const outcomes = changes.map((change) => this.#changeOne(change));
    await this.answering();
    return outcomes;
  }

  has(id: string, skuId: string): boolean {
    return this.people.get(id)!.assignments.some((assignment) => assignment.skuId === skuId);
  }

  #changeOne({ userId, add, remove }: LicenceChange): ChangeOutcome {
    const user = this.people.get(userId);
    const reason = this.#refusal(user, { add, remove });
    if (!user || reason) return { outcome: 'refused', reason: reason ?? 'UnknownUser' };
    const named = [...remove, ...add.map(({ skuId }) => skuId)];
    const kept = user.assignments.filter(({ skuId, group }) => group || !named.includes(skuId));
    this.people.set(userId, { ...user, assignments: [...kept, ...add] });
    return { outcome: 'changed' };
  }

  #refusal(
    user: DirectoryUser | undefined,
    { add, remove }: Pick<LicenceChange, 'add' | 'remove'>,
  ): string | undefined {
    if (!user) return 'UnknownUser';
    const known = this.refused.get(user.id);
    if (known) return known;
    const direct = (skuId: string) =>
      user.assignments.some((one) => one.skuId === skuId && !one.group);
    if (remove.some((skuId) => has(user.assignments, skuId) && !direct(skuId))) {
      return 'GroupAssigned';
    }
    if (add.length > 0 && !user.usageLocation) return 'ProhibitedInUsageLocationViolation';
    const strange = add.some(({ skuId, disabledPlans }) =>
      disabledPlans.some((id) => !this.products.get(skuId)?.some((plan) => plan.id === id)),
    );
    if (strange) return 'Other';
    const fresh = add.filter(({ skuId }) => !has(user.assignments, skuId));
    const isFull = ({ skuId }: { skuId: string }) =>
      this.#assigned(skuId) >= (this.bought.get(skuId) ?? 1e9);
    return fresh.some(isFull) ? 'CountViolation' : undefined;
  }

  #assigned(skuId: string): number {
    if (!this.bought.has(skuId)) return 0;
    return [...this.people.values()].filter((user) => has(user.assignments, skuId)).length;
  }
}

function has(assignments: readonly LicenceAssignment[], sku: string): boolean {
  return assignments.some(({ skuId }) => skuId === sku);
}

function meets(user: DirectoryUser, { skuId, department, search, groupId }: UserQuery): boolean {
  const begins = (text: string) => text.toLowerCase().startsWith(search?.toLowerCase() ?? '');
  return (
    (skuId === undefined || has(user.assignments, skuId)) &&
    (department === undefined || user.department?.toLowerCase() === department.toLowerCase()) &&
    (groupId === undefined || user.department?.toLowerCase() === groupId) &&
    (search === undefined || begins(user.name) || begins(user.userName))
  );
}
