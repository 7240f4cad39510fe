/** Users of a real tenant one by one, and the licences that each of them has. */
import { UpgraderaError } from '../../commerce/base/errors.ts';
import { isKnown, type OrUnknown } from '../../commerce/model/unknown.ts';
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
import { grantedPermissions } from '../entra/grantedPermissions.ts';
import { isGranted, permissionToSeeSignIns } from '../permissions.ts';
import { assignLicenseRequest, isNotHeld, later, operation, outcomesOf } from './assignLicense.ts';
import type { GraphClient } from './graphClient.ts';
import { skuPlansRead, skusRead } from './reads.ts';
import {
  directoryUserOf,
  groupsRead,
  type LicensedGraphUser,
  licensedUserRead,
  membersPageRead,
  usersPageRead,
} from './userReads.ts';
import { isNotAllowed, whereAllowed } from './whereAllowed.ts';

type Graph = Pick<GraphClient, 'all' | 'page' | 'batch' | 'send'>;

interface Tokens {
  token(tenantId: string): Promise<string>;
}

const guid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export class GraphUserLicences implements UserLicences {
  readonly #graph: Graph;
  readonly #tokens: Tokens;

  constructor(graph: Graph, tokens: Tokens) {
    this.#graph = graph;
    this.#tokens = tokens;
  }

  page(tenantId: string, query: UserQuery, next?: string): Promise<OrUnknown<UserPage>> {
    const { groupId } = query;
    if (groupId !== undefined) return this.#members(tenantId, { ...query, groupId }, next);
    const ask = async (withActivity: boolean): Promise<UserPage> => {
      const read = usersPageRead(query, withActivity);
      const { items, nextLink } = await this.#graph.page(tenantId, read, next);
      const users = items.map((user) => directoryUserOf(user, withActivity));
      return { users, ...(nextLink !== undefined && { next: nextLink }) };
    };
    return whereAllowed(() =>
      // A link goes on with what was asked for.
      next === undefined ? this.#withActivity(tenantId, ask) : ask(next.includes('signInActivity')),
    );
  }

  async users(
    tenantId: string,
    ids: readonly string[],
  ): Promise<OrUnknown<readonly DirectoryUser[]>> {
    if (ids.length > mostUsersAtOnce) throw new UpgraderaError('upstream.refused', 'users');
    const wanted = [...new Set(ids.map((id) => id.toLowerCase()))].filter((id) => guid.test(id));
    return whereAllowed(() =>
      this.#withActivity(tenantId, async (withActivity) => {
        const reads = wanted.map((id) => licensedUserRead(id, withActivity));
        const answers = await this.#graph.batch(tenantId, reads);
        return answers.flatMap((answer) => {
          if (answer instanceof UpgraderaError) throw answer;
          // Read as each of them says.
          const [user] = answer as LicensedGraphUser[];
          return user ? directoryUserOf(user, withActivity) : [];
        });
      }),
    );
  }

  groups(tenantId: string, name: string): Promise<OrUnknown<readonly DirectoryGroup[]>> {
    return whereAllowed(async () => {
      const { items } = await this.#graph.page(tenantId, groupsRead(name));
      return items.map(({ id, displayName }) => ({ id, name: displayName ?? name }));
    });
  }

  #members(
    tenantId: string,
    { groupId, skuId }: UserQuery & { groupId: string },
    next: string | undefined,
  ): Promise<OrUnknown<UserPage>> {
    return whereAllowed(async () => {
      const read = membersPageRead(groupId);
      const { items, nextLink } = await this.#graph.page(tenantId, read, next);
      const wanted = skuId?.toLowerCase();
      const users = items
        .map((user) => directoryUserOf(user, false))
        .filter(({ assignments }) => !wanted || assignments.some((one) => one.skuId === wanted));
      return { users, ...(nextLink !== undefined && { next: nextLink }) };
    });
  }

  services(tenantId: string, skuId: string): Promise<OrUnknown<readonly LicenceService[]>> {
    return whereAllowed(async () => {
      const skus = await this.#graph.all(tenantId, skuPlansRead);
      const plans = skus.find((one) => one.skuId === skuId.toLowerCase())?.servicePlans ?? [];
      return plans.flatMap(({ servicePlanId: id, servicePlanName, appliesTo }) =>
        id && appliesTo?.toLowerCase() !== 'company' ? { id, name: servicePlanName ?? id } : [],
      );
    });
  }

  capacity(tenantId: string, skuId: string): Promise<OrUnknown<Capacity>> {
    return whereAllowed(async () => {
      const skus = await this.#graph.all(tenantId, skusRead);
      const sku = skus.find((one) => one.skuId === skuId.toLowerCase());
      if (!sku) return { bought: 0, assigned: 0 };
      const { consumedUnits: assigned, prepaidUnits } = sku;
      if (assigned == null || prepaidUnits?.enabled == null) return 'unknown';
      return { bought: prepaidUnits.enabled + (prepaidUnits.warning ?? 0), assigned };
    });
  }

  /** Graph refuses to take a licence from who has it not: what is left to do then is asked for again. */
  async change(tenantId: string, changes: readonly LicenceChange[]): Promise<ChangeOutcome[]> {
    if (changes.length > mostUsersAtOnce) throw new UpgraderaError('upstream.refused', operation);
    const { outcomes, again } = await this.#send(tenantId, changes);
    if (again.size === 0) return outcomes;
    const known = await this.users(
      tenantId,
      [...again.values()].map(({ userId }) => userId),
    );
    if (!isKnown(known)) return outcomes;
    const byId = new Map(known.map((user) => [user.id, user]));
    const left = [...again].map(([at, change]): [number, LicenceChange | undefined] => [
      at,
      leftOf(change, byId.get(change.userId.toLowerCase())),
    ]);
    const open = left.filter((one): one is [number, LicenceChange] => one[1] !== undefined);
    const repeated = await this.#send(
      tenantId,
      open.map(([, change]) => change),
    );
    for (const [at, change] of left) if (!change) outcomes[at] = { outcome: 'changed' };
    for (const [index, [at]] of open.entries()) {
      outcomes[at] = repeated.outcomes[index] ?? later();
    }
    return outcomes;
  }

  async #send(tenantId: string, changes: readonly LicenceChange[]) {
    const again = new Map<number, LicenceChange>();
    if (changes.length === 0) return { outcomes: [], again };
    const requests = changes.map(assignLicenseRequest);
    let answers: Awaited<ReturnType<Graph['send']>>;
    try {
      answers = await this.#graph.send(tenantId, operation, requests);
    } catch (error) {
      if (!(error instanceof UpgraderaError) || !error.code.startsWith('upstream.')) throw error;
      if (!error.retryable && error.code !== 'upstream.malformed') throw error;
      return { outcomes: changes.map(() => later(error.retryAfterSeconds)), again };
    }
    for (const [at, change] of changes.entries()) {
      const answer = answers[at];
      if (answer && isNotHeld(answer)) again.set(at, change);
    }
    return { outcomes: outcomesOf(answers), again };
  }

  /** Without the permission for it, or the edition of Entra that tells it, nobody's last sign-in is known. */
  async #withActivity<T>(tenantId: string, ask: (withActivity: boolean) => Promise<T>): Promise<T> {
    const granted = grantedPermissions(await this.#tokens.token(tenantId)) ?? [];
    if (!isGranted(permissionToSeeSignIns, granted)) return ask(false);
    try {
      return await ask(true);
    } catch (error) {
      if (isNotAllowed(error)) return ask(false);
      throw error;
    }
  }
}

/** Undefined where nothing is left to do. */
function leftOf(change: LicenceChange, user: DirectoryUser | undefined): LicenceChange | undefined {
  if (!user) return change;
  const direct = user.assignments.filter(({ group }) => !group);
  const remove = change.remove.filter((id) =>
    user.assignments.some(({ skuId }) => skuId === id.toLowerCase()),
  );
  const isDone = change.add.every(({ skuId, disabledPlans }) =>
    direct.some(
      (one) =>
        one.skuId === skuId.toLowerCase() &&
        one.disabledPlans.length === disabledPlans.length &&
        disabledPlans.every((id) => one.disabledPlans.includes(id.toLowerCase())),
    ),
  );
  return remove.length === 0 && isDone ? undefined : { ...change, remove };
}
